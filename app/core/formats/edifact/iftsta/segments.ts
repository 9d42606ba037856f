import { readDate } from '../parts/dates.js'
import { equipmentNumber } from '../parts/equipment_values.js'
import { filedNumber, filedText } from '../parts/filed.js'
import { placeAt } from '../parts/place.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import { transportAt } from '../parts/transport.js'
import { newRecord } from '../records/draft.js'
import { readEquipment, readRecordSegment } from '../records/segments.js'
import type { EventDraft } from './draft.js'

const readStatus = ({ cursor }: SegmentReading, event: EventDraft): void => {
  event.declared = true
  event.code = filedNumber(cursor, 2, 1)
  event.text = filedText(cursor, 2, 4)
}

/** References of a status: equipment by RFF EQ, everything else by its qualifier. */
const readReference = ({ cursor }: SegmentReading, event: EventDraft): void => {
  const qualifier = cursor.code(1, 1)
  const filed = filedNumber(cursor, 1, 2)
  if (!filed) return
  if (qualifier === 'EQ') event.equipmentNumbers.push({ value: equipmentNumber(filed.value), at: filed.at })
  else if (!event.references.has(qualifier)) event.references.set(qualifier, filed)
}

/** The place of the status before a TDT, one of the leg behind it. */
const readPlace = ({ cursor }: SegmentReading, event: EventDraft): void => {
  const place = placeAt(cursor, 2)
  const leg = event.legs.at(-1)
  if (!place) return
  if (leg) leg.calls.push({ qualifier: cursor.code(1), place, dates: new Map() })
  else event.place ??= place
}

const readTime = (reading: SegmentReading, event: EventDraft): void => {
  const leg = event.legs.at(-1)
  readDate(reading, leg?.calls.at(-1)?.dates ?? leg?.dates ?? event.dates)
}

const readEquipmentGroup = (reading: SegmentReading, event: EventDraft): void => {
  const record = newRecord()
  readEquipment(reading, record)
  event.records.push(record)
  if (record.number) event.equipmentNumbers.push(record.number)
}

const HANDLERS: Readonly<Record<string, (reading: SegmentReading, event: EventDraft) => void>> = {
  STS: readStatus,
  RFF: readReference,
  LOC: readPlace,
  DTM: readTime,
  EQD: readEquipmentGroup,
  TDT: ({ cursor }, event) => {
    event.legs.push({ transport: transportAt(cursor), calls: [], dates: new Map() })
  },
}

/** Reads a segment of a status; what follows an EQD is of that equipment. False where it is none of ours. */
export const readEventSegment = (reading: SegmentReading, event: EventDraft): boolean => {
  const { tag } = reading.cursor
  const record = event.records.at(-1)
  if (record && tag !== 'EQD' && tag !== 'TDT' && tag !== 'STS') return readRecordSegment(reading, record)
  const handler = HANDLERS[tag]
  handler?.(reading, event)
  return handler !== undefined
}
