import { filedJoined, filedPieces, filedText, type Filed } from '../../parts/filed.js'
import type { SegmentCursor } from '../../segment_cursor.js'
import { repairNad } from './repair.js'
import { appended, NONE } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

/** City, region and postcode, as far as they are filed. */
const localityAt = (cursor: SegmentCursor): Filed | null => {
  let found: Filed | null = null
  for (let element = 6; element <= 8 && element <= cursor.elements; element++) {
    const text = cursor.text(element)
    if (text === '') continue
    const at = cursor.cite(element)
    found = found ? { value: `${found.value}, ${text}`, at: cursor.places.span(found.at, at) } : { value: text, at }
  }
  return found
}

export const readNad = (state: ReadingState): void => {
  repairNad(state)
  const { cursor, consignment, header, reading } = state
  state.leg = null
  state.party = {
    qualifier: cursor.code(1),
    id: filedText(cursor, 2),
    idAgency: cursor.code(2, 3) || cursor.code(2, 2),
    lines: filedPieces(cursor, 3),
    name: filedJoined(cursor, 4, 5),
    street: filedJoined(cursor, 5, 4),
    locality: localityAt(cursor),
    country: filedText(cursor, 9),
    references: NONE,
    contacts: NONE,
  }
  if (!consignment && reading.houseFilers.includes(state.party.qualifier)) header.consolidator = true
  const owner = consignment ?? header
  owner.parties = appended(owner.parties, state.party)
}

/** Telephone, e-mail and the like of the party before; senders repeat the element. */
export const readCom = ({ cursor, party }: ReadingState): void => {
  if (!party) return
  for (let element = 1; element <= cursor.elements; element++) {
    const filed = filedText(cursor, element)
    if (filed) party.contacts = appended(party.contacts, { channel: cursor.code(element, 2), filed })
  }
}
