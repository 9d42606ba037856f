import { readDate } from '../parts/dates.js'
import { filedNumber, filedPieces, filedText } from '../parts/filed.js'
import { airportAt } from '../parts/place.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import type { TravellerDraft } from './draft.js'

/** Country or place a travel document was issued in. */
const ISSUED = '91'
const BORN = '329'
const SEX = '2'
const NATIONALITY = '2'

/** Opens a person: the name stands in C080, in C058 where a sender has only one text. */
export const newTraveller = ({ cursor }: SegmentReading): TravellerDraft => ({
  qualifier: cursor.code(1),
  names: filedPieces(cursor, 4) ?? filedPieces(cursor, 3),
  sex: null,
  nationality: null,
  reservation: null,
  born: null,
  places: new Map(),
  documents: [],
})

const readPlace = ({ cursor }: SegmentReading, person: TravellerDraft): void => {
  const qualifier = cursor.code(1)
  const place = airportAt(cursor)
  if (!place) return
  const document = person.documents.at(-1)
  if (qualifier === ISSUED && document) document.issuer ??= filedNumber(cursor, 2)
  else if (!person.places.has(qualifier)) person.places.set(qualifier, place)
}

const HANDLERS: Readonly<Record<string, (reading: SegmentReading, person: TravellerDraft) => void>> = {
  LOC: readPlace,
  ATT: ({ cursor }, person) => {
    if (cursor.code(1) === SEX) person.sex ??= filedText(cursor, 3)
  },
  NAT: ({ cursor }, person) => {
    if (cursor.code(1) === NATIONALITY) person.nationality ??= filedNumber(cursor, 2)
  },
  DTM: (reading, person) => {
    const document = person.documents.at(-1)
    if (document) readDate(reading, document.dates, true)
    else if (reading.cursor.code(1, 1) === BORN) person.born ??= filedText(reading.cursor, 1, 2)
  },
  RFF: ({ cursor }, person) => {
    if (cursor.code(1, 1) === 'AVF') person.reservation ??= filedNumber(cursor, 1, 2)
  },
  DOC: ({ cursor }, person) => {
    person.documents.push({ type: cursor.code(1), number: filedNumber(cursor, 2), issuer: null, dates: new Map() })
  },
}

/** Reads a segment of a person; false where it is none of ours. */
export const readTravellerSegment = (reading: SegmentReading, person: TravellerDraft): boolean => {
  const handler = HANDLERS[reading.cursor.tag]
  handler?.(reading, person)
  return handler !== undefined
}
