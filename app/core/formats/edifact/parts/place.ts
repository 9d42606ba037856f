import type { Place } from '../../../cargo/consignment.js'
import type { Cited } from '../place_book.js'
import type { SegmentCursor } from '../segment_cursor.js'
import type { SegmentReading } from './segment_reading.js'

export interface PlaceFiled {
  readonly code: string
  readonly name: string
  /** 3055, or 1131 where that is empty. */
  readonly agency: string
  readonly at: Cited
}

/** The place in an element of a LOC (C517, C519, C553); `null` where none is named. */
export const placeAt = (cursor: SegmentCursor, element: number): PlaceFiled | null => {
  const [code, name] = [cursor.code(element, 1), cursor.text(element, 4)]
  if (code === '' && name === '') return null
  return { code, name, agency: cursor.code(element, 3) || cursor.code(element, 2), at: cursor.cite(element) }
}

/** IATA, UN 3055. */
const IATA = '3'

/** The place of a LOC whose codes of three letters are IATA's airports, also where no agency is named. */
export const airportAt = (cursor: SegmentCursor): PlaceFiled | null => {
  const place = placeAt(cursor, 2)
  return place && place.agency === '' && /^[A-Z]{3}$/.test(place.code) ? { ...place, agency: IATA } : place
}

/** Agencies whose codes are UN/LOCODE or country codes; others keep national lists. */
const INTERNATIONAL: ReadonlySet<string> = new Set(['', '5', '6', '139', '112', '146', '181'])

/** Resolves a place as filed. Unknown codes stay as they are, with a Problem. */
export const resolvePlace = (
  reading: SegmentReading,
  { code, name, agency, at }: PlaceFiled,
  consignment?: number
): Place => {
  if (code === '') return { code: null, name, country: null }
  const known = reading.knownPlace(code)
  if (known) return known
  if (!INTERNATIONAL.has(agency)) return { code, name: name || null, country: null }
  reading.problems.add('REF-LOCODE', { at, consignment, params: { value: code } })
  const country = /^[A-Z]{2}[A-Z0-9]{3}$/.test(code) ? reading.reference.country(code.slice(0, 2)) : null
  return { code, name: name || null, country: country?.alpha2 ?? null }
}
