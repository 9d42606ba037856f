import type { SegmentCursor } from '../segment_cursor.js'
import type { PlaceFiled } from './drafts.js'
import type { ReadingState } from './state.js'

const placeAt = (cursor: SegmentCursor, element: number): PlaceFiled | null => {
  const [code, name] = [cursor.code(element, 1), cursor.text(element, 4)]
  if (code === '' && name === '') return null
  return { code, name, agency: cursor.code(element, 3) || cursor.code(element, 2), at: cursor.ref(element) }
}

/** Load and discharge of a pre- or on-carriage leg are not those of the consignment. */
const OTHER_LEGS: ReadonlySet<string> = new Set(['10', '30'])
const LEG_PLACES: ReadonlySet<string> = new Set(['9', '11'])

export const readLoc = (state: ReadingState): void => {
  const { cursor, consignment, header, leg } = state
  const qualifier = cursor.code(1)
  if (state.target === 'equipment' && !consignment) return
  if (leg !== null && OTHER_LEGS.has(leg) && LEG_PLACES.has(qualifier)) return
  const loc = { qualifier, place: placeAt(cursor, 2), related: placeAt(cursor, 3) }
  ;(consignment?.places ?? header.places).push(loc)
}
