import { filedPieces, filedText } from '../../parts/filed_at.js'
import { repairNad } from './repair.js'
import type { ReadingState } from '../state.js'

export const readNad = (state: ReadingState): void => {
  repairNad(state)
  const { cursor, consignment, header, reading } = state
  const locality = [6, 7, 8].filter((element) => cursor.text(element) !== '')
  state.leg = null
  state.party = {
    qualifier: cursor.code(1),
    at: cursor.ref(),
    id: filedText(cursor, 2),
    idAgency: cursor.code(2, 3) || cursor.code(2, 2),
    lines: filedPieces(cursor, 3),
    name: filedPieces(cursor, 4),
    street: filedPieces(cursor, 5),
    locality:
      locality.length === 0
        ? null
        : {
            value: locality.map((element) => cursor.text(element)).join(', '),
            at: locality.map((element) => cursor.ref(element)),
          },
    country: filedText(cursor, 9),
    references: [],
    contacts: [],
  }
  if (!consignment && reading.houseFilers.includes(state.party.qualifier)) header.consolidator = true
  ;(consignment?.parties ?? header.parties).push(state.party)
}

/** Telephone, e-mail and the like of the party before; senders repeat the element. */
export const readCom = ({ cursor, party }: ReadingState): void => {
  if (!party) return
  for (let element = 1; element <= cursor.elements; element++) {
    const filed = filedText(cursor, element)
    if (filed) party.contacts.push({ channel: cursor.code(element, 2), filed })
  }
}
