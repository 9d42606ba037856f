import { placeAt } from '../../parts/place.js'
import { appended } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

/** Load and discharge of a pre- or on-carriage leg are not those of the consignment. */
const OTHER_LEGS: ReadonlySet<string> = new Set(['10', '30'])
const LEG_PLACES: ReadonlySet<string> = new Set(['9', '11'])

export const readLoc = (state: ReadingState): void => {
  const { cursor, consignment, header, leg } = state
  const qualifier = cursor.code(1)
  if (state.target === 'equipment' && !consignment) return
  if (leg !== null && OTHER_LEGS.has(leg) && LEG_PLACES.has(qualifier)) return
  const loc = { qualifier, place: placeAt(cursor, 2), related: placeAt(cursor, 3) }
  const owner = consignment ?? header
  owner.places = appended(owner.places, loc)
}
