import type { CargoReport, ConveyanceAsFiled } from '#core/cargo/cargo_report'
import { FILING_FUNCTIONS, MODES, NATURES } from '#core/cargo/codes'
import type { FileReading, MessageCounts, ReadMessage } from '#core/formats/format'
import {
  isEquipment,
  isMaybeNumber,
  isMaybeText,
  isParties,
  isPlace,
  isProblems,
  isProvenance,
  isReference,
  TOTALS,
} from './consignment_shape.js'
import { isCount, isFlag, isText, oneOf, orNull, shapeOf, type Check } from './shapes.js'

/*
 * The answer of a child that read hostile bytes is as hostile as they were: nothing of it goes on before it has the
 * shape of what our reader gives. A manifest has a report and no other document, and no EDIFACT envelope.
 */

const isAbsent: Check = (value) => value === undefined
const isEmpty: Check = (value) => Array.isArray(value) && value.length === 0

const isConveyance = shapeOf<ConveyanceAsFiled>({
  mode: orNull(oneOf(MODES)),
  means: shapeOf<ConveyanceAsFiled['means']>({
    name: isMaybeText,
    imo: isMaybeText,
    callSign: isMaybeText,
    flag: isMaybeText,
  }),
  voyage: isMaybeText,
  carrier: shapeOf<ConveyanceAsFiled['carrier']>({ code: isMaybeText, name: isMaybeText }),
  loading: isPlace,
  discharge: isPlace,
  eta: isMaybeText,
  etd: isMaybeText,
  atd: isMaybeText,
})

const isReport = shapeOf<CargoReport>({
  message: isCount,
  type: isText,
  version: isText,
  profile: isText,
  controlReference: isMaybeText,
  function: oneOf(FILING_FUNCTIONS),
  functionCode: isMaybeText,
  test: isFlag,
  sender: isMaybeText,
  recipient: isMaybeText,
  documentReference: isMaybeText,
  documentVersion: isMaybeText,
  previousReference: isMaybeText,
  preparedAt: isMaybeText,
  conveyance: isConveyance,
  nature: orNull(oneOf(NATURES)),
  parties: isParties,
  // They came before it, each in a line of its own.
  consignments: isEmpty,
  equipment: isEquipment,
  declaredTotals: shapeOf<CargoReport['declaredTotals']>({
    ...TOTALS,
    consignments: isMaybeNumber,
    equipment: isMaybeNumber,
  }),
  provenance: isProvenance,
})

const isRead = shapeOf<ReadMessage>({
  index: isCount,
  type: isMaybeText,
  version: isMaybeText,
  controlReference: isMaybeText,
  report: orNull(isReport),
  document: (value) => value === null,
  declaration: isAbsent,
  permit: isAbsent,
  examination: isAbsent,
  envelope: isAbsent,
  problems: isProblems,
  counts: shapeOf<MessageCounts>({
    segments: isCount,
    consignments: isCount,
    equipment: isCount,
    equipmentRecords: isCount,
    slots: isCount,
    passengers: isCount,
  }),
  at: orNull(isReference),
})

const isReading = shapeOf<FileReading>({
  format: oneOf(['ASYCUDA']),
  formatVersion: isCount,
  charset: isMaybeText,
  problems: isProblems,
})

export const isMessage = (value: unknown): value is ReadMessage => isRead(value)
export const isEnd = (value: unknown): value is FileReading => isReading(value)
