import { readDate, type Dates } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import { filedNumber, filedText } from '../parts/filed.js'
import { airportAt, placeAt, type PlaceFiled } from '../parts/place.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import { transportAt, type TransportDraft } from '../parts/transport.js'

export interface CallDraft {
  readonly qualifier: string
  readonly place: PlaceFiled
  readonly dates: Dates
}

/** What the segments before the first record say. */
export interface HeadDraft {
  /** Places are airports by their IATA codes, which UN/LOCODE does not have. */
  readonly airports: boolean
  documentCode: string
  documentName: string
  document: Filed | null
  functionCode: Filed | null
  transport: TransportDraft | null
  readonly calls: CallDraft[]
  /** Dates before the first place. */
  readonly dates: Dates
  readonly references: Map<string, Filed>
}

export const newHead = (airports = false): HeadDraft => ({
  airports,
  documentCode: '',
  documentName: '',
  document: null,
  functionCode: null,
  transport: null,
  calls: [],
  dates: new Map(),
  references: new Map(),
})

/** The main carriage (stage 20), else the first. */
const readTransport = (reading: SegmentReading, head: HeadDraft): void => {
  const found = transportAt(reading.cursor)
  if (!head.transport || (head.transport.stage !== '20' && found.stage === '20')) head.transport = found
}

const readCall = ({ cursor }: SegmentReading, head: HeadDraft): void => {
  const place = head.airports ? airportAt(cursor) : placeAt(cursor, 2)
  if (place) head.calls.push({ qualifier: cursor.code(1), place, dates: new Map() })
}

const readReference = ({ cursor }: SegmentReading, head: HeadDraft): void => {
  const qualifier = cursor.code(1, 1)
  const filed = filedNumber(cursor, 1, 2)
  if (filed && !head.references.has(qualifier)) head.references.set(qualifier, filed)
}

/** Reads BGM, DTM, TDT, LOC and RFF of a head; `datesOf` says whose a date is. False for any other segment. */
export const readHeadSegment = (
  reading: SegmentReading,
  head: HeadDraft,
  datesOf: (head: HeadDraft, qualifier: string) => Dates = datesOfLastCall
): boolean => {
  const { cursor } = reading
  switch (cursor.tag) {
    case 'BGM':
      head.documentCode = cursor.code(1, 1)
      head.documentName = cursor.code(1, 4)
      head.document = filedNumber(cursor, 2)
      head.functionCode = filedText(cursor, 3)
      return true
    case 'DTM':
      readDate(reading, datesOf(head, cursor.code(1, 1)))
      return true
    case 'TDT':
      readTransport(reading, head)
      return true
    case 'LOC':
      readCall(reading, head)
      return true
    case 'RFF':
      readReference(reading, head)
      return true
    default:
      return false
  }
}

/** A date belongs to the place before it. */
export const datesOfLastCall = (head: HeadDraft): Dates => head.calls.at(-1)?.dates ?? head.dates
