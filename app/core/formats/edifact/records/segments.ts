import type { EquipmentMovement, EquipmentPlaces } from '../../../cargo/equipment_record.js'
import { readDate } from '../parts/dates.js'
import { equipmentNumber, fullnessAt, sealsAt, temperatureAt } from '../parts/equipment_values.js'
import { joinPieces } from '../../parts/filed.js'
import { filedNumber, filedPieces, filedText } from '../parts/filed.js'
import { placeAt } from '../parts/place.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import type { RecordDraft } from './draft.js'

const MOVEMENTS: Readonly<Record<string, EquipmentMovement>> = {
  2: 'export',
  3: 'import',
  4: 'remain_on_board',
  5: 'shift',
  6: 'transhipment',
}

/** EQD: type, number, size-type (as a code, or as a name), movement, full or empty. */
export const readEquipment = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const number = equipmentNumber(cursor.text(2))
  const movement = MOVEMENTS[cursor.code(5)]
  record.declared = true
  record.type = cursor.code(1)
  if (number !== '') record.number = { value: number, at: cursor.cite(2, 1) }
  if (movement) record.movement = { value: movement, at: cursor.cite(5) }
  record.sizeType ??= filedText(cursor, 3) ?? filedText(cursor, 3, 4)
  record.fullness ??= fullnessAt(cursor)
}

/** LOC qualifiers with their meaning and rank; dialects of BAPLIE write 6 and 12 for 9 and 11. */
const PLACES: Readonly<Record<string, { readonly field: keyof EquipmentPlaces; readonly rank: number }>> = {
  88: { field: 'receipt', rank: 0 },
  76: { field: 'originalLoading', rank: 0 },
  9: { field: 'loading', rank: 0 },
  6: { field: 'loading', rank: 1 },
  13: { field: 'transhipment', rank: 0 },
  11: { field: 'discharge', rank: 0 },
  12: { field: 'discharge', rank: 1 },
  7: { field: 'delivery', rank: 0 },
  83: { field: 'delivery', rank: 1 },
  20: { field: 'delivery', rank: 2 },
  8: { field: 'delivery', rank: 3 },
}
const OTHER_LEGS: ReadonlySet<string> = new Set(['10', '30'])

const readPlace = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const qualifier = cursor.code(1)
  if (qualifier === '147') {
    record.position ??= filedText(cursor, 2)
    return
  }
  const meaning = PLACES[qualifier]
  const filed = placeAt(cursor, 2)
  if (!meaning || !filed) return
  // Load and discharge of a pre- or on-carriage leg are not those of the ship.
  if (OTHER_LEGS.has(record.leg) && (qualifier === '9' || qualifier === '11')) return
  const known = record.places.get(meaning.field)
  if (!known || meaning.rank < known.rank) record.places.set(meaning.field, { rank: meaning.rank, filed })
}

const TARE: ReadonlySet<string> = new Set(['T'])
const GROSS: ReadonlySet<string> = new Set(['', 'G', 'EGW', 'AET', 'AAB', 'AAD', 'WT'])
const WEIGHT_PURPOSES: ReadonlySet<string> = new Set(['AAE', 'WT', 'EGW', 'VGM', 'AAI', 'AAX'])

const readWeight = (reading: SegmentReading, record: RecordDraft): void => {
  const { cursor } = reading
  const [purpose, dimension] = [cursor.code(1), cursor.code(2)]
  if (!WEIGHT_PURPOSES.has(purpose)) return
  const read = () => reading.measured('mass')
  if (purpose === 'VGM' || dimension === 'VGM') record.verifiedGrossKg ??= read()
  else if (TARE.has(dimension)) record.tareKg ??= read()
  else if (GROSS.has(dimension)) record.grossKg ??= read()
}

/** Operators by strength: of the container (CF), of the carriage (CA). */
const OPERATORS = ['CF', 'CA']

const readOperator = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const rank = OPERATORS.indexOf(cursor.code(1))
  const filed = filedNumber(cursor, 2)
  if (rank >= 0 && filed && (!record.operator || rank < record.operator.rank)) record.operator = { ...filed, rank }
}

const readText = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const pieces = cursor.code(1) === 'AAA' ? filedPieces(cursor, 4) : null
  if (pieces) record.texts.push({ value: joinPieces(pieces.value, 5, ':'), at: pieces.at })
}

const readDangerous = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const [hazard, number] = [cursor.code(2), cursor.code(3).replace(/^UN/, '')]
  if (hazard || number)
    record.dangerous.push({ value: { unNumber: number || null, class: hazard || null }, at: cursor.cite() })
}

/** BAPLIE asks for a bill where nobody has one: senders write 1. */
const NO_BILL = /^[01]$/

const readReference = ({ cursor }: SegmentReading, record: RecordDraft): void => {
  const filed = filedNumber(cursor, 1, 2)
  if (!filed) return
  const qualifier = cursor.code(1, 1)
  if (qualifier === 'BN') record.booking ??= filed
  else if (qualifier === 'BM' && !NO_BILL.test(filed.value)) record.bill ??= filed
}

type Handler = (reading: SegmentReading, record: RecordDraft) => void

const HANDLERS: Readonly<Record<string, Handler>> = {
  LOC: readPlace,
  MEA: readWeight,
  NAD: readOperator,
  FTX: readText,
  DGS: readDangerous,
  RFF: readReference,
  DTM: (reading, record) => {
    if (record.leg === '') readDate(reading, record.dates)
  },
  TDT: ({ cursor }, record) => {
    record.leg = cursor.code(1)
  },
  SEL: (reading, record) => {
    record.seals.push(...sealsAt(reading))
  },
  TMP: (reading, record) => {
    record.temperatureC ??= temperatureAt(reading)
  },
}

/** Reads a segment of an equipment group into the record; false where it is none of ours. */
export const readRecordSegment = (reading: SegmentReading, record: RecordDraft): boolean => {
  const handler = HANDLERS[reading.cursor.tag]
  handler?.(reading, record)
  return handler !== undefined
}
