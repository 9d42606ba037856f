import type { Cited } from '../../place_book.js'
import { goodsOf, newConsignment, type ConsignmentDraft } from '../drafts.js'
import type { Filed } from '../../parts/filed.js'
import { filedNumber } from '../../parts/filed.js'
import { appended } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

const open = (state: ReadingState, at: Cited, number: Filed | null, source: Filed | null): ConsignmentDraft => {
  const consignment = newConsignment(state.opened++, at, number, source)
  state.unfinished.push(consignment)
  state.consignment = consignment
  state.item = state.party = state.openEquipment = state.leg = null
  state.target = 'consignment'
  return consignment
}

export const readCni = (state: ReadingState): void => {
  const { cursor } = state
  open(state, cursor.cite(), filedNumber(cursor, 2, 1), filedNumber(cursor, 2, 3))
}

const hasContent = ({ items, parties, places }: ConsignmentDraft): boolean =>
  items.length + parties.length + places.length > 0

/** In D.95B a bill is a reference inside a CNI: another bill behind the goods of the first opens a consignment. */
const opensAnother = (state: ReadingState, qualifier: string, value: string): boolean => {
  const { consignment, reading } = state
  const known = consignment?.references.get(qualifier)
  const bill = reading.billReferences.includes(qualifier) || reading.houseReferences.includes(qualifier)
  return consignment !== null && bill && known !== undefined && known.value !== value && hasContent(consignment)
}

/** References: of the party before them (tax numbers), of the goods (HS codes), of the consignment or of the message. */
export const readRff = (state: ReadingState): void => {
  const { cursor, header, reading } = state
  const qualifier = cursor.code(1, 1)
  const filed = filedNumber(cursor, 1, 2)
  if (!filed) return
  if (state.party && qualifier in reading.identifierReferences) {
    state.party.references = appended(state.party.references, { qualifier, filed })
    return
  }
  if (!state.consignment) {
    if (!header.references.has(qualifier)) header.references.set(qualifier, filed)
    return
  }
  if (reading.hsReferences.includes(qualifier)) {
    const goods = goodsOf(state.item, state.consignment)
    goods.hs = appended(goods.hs, filed)
    return
  }
  if (opensAnother(state, qualifier, filed.value)) open(state, cursor.cite(), null, state.consignment.cniSource)
  const { references } = state.consignment
  if (!references.has(qualifier)) references.set(qualifier, filed)
}

/** Transport documents where a directory names them by DOC instead of RFF. */
export const readDoc = (state: ReadingState): void => {
  const { cursor, consignment } = state
  const filed = filedNumber(cursor, 2)
  if (consignment && filed) (consignment.documents ??= new Map()).set(cursor.code(1), filed)
}

export const readMoa = (state: ReadingState): void => {
  const { cursor, consignment, reading } = state
  if (!consignment || state.item) return
  const qualifier = cursor.code(1, 1)
  const what = reading.freight.includes(qualifier) ? 'freight' : reading.value.includes(qualifier) ? 'value' : null
  const text = cursor.code(1, 2)
  if (what === null || consignment[what] || text === 'NCV' || text === 'NVD') return
  consignment[what] = {
    value: { amount: state.number(1, 2), currency: cursor.code(1, 3) || cursor.code(2, 1) },
    at: cursor.cite(1),
  }
}

export const readCpi = ({ cursor, consignment }: ReadingState): void => {
  const sign = cursor.code(3)
  if (!consignment || (sign !== 'P' && sign !== 'C')) return
  consignment.payment ??= { value: sign === 'P' ? 'prepaid' : 'collect', at: cursor.cite(3) }
}

export const readTsr = ({ cursor, consignment, reading }: ReadingState): void => {
  if (!consignment) return
  const sign = cursor.code(4)
  const value = reading.containerised.yes.includes(sign) ? true : reading.containerised.no.includes(sign) ? false : null
  if (value !== null) consignment.containerised ??= { value, at: cursor.cite(4) }
}
