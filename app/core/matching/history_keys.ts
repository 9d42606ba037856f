import type { Consignment, Party } from '../cargo/consignment.js'
import { identityKey } from './identity_key.js'
import { normaliseAddress } from './normalise_address.js'
import { normaliseContact } from './normalise_contact.js'
import { normaliseName } from './normalise_name.js'

export type TraceKind = 'contact' | 'address' | 'consignor_contact' | 'consignor_address' | 'spelling' | 'notify'

/**
 * What a party was filed with. `contact`, `address` (of the consignee) and `consignor_…`: a normalised
 * contact or address (`key`) of a party (`other`, an identity key); `spelling`: an identity key told by an
 * identifier (`key`) under which a compared name (`other`) was filed; `notify`: who is to be told (`key`), where it is
 * neither consignor nor consignee.
 */
export interface Trace {
  readonly kind: TraceKind
  readonly key: string
  readonly other: string
}

/** By what the administration's history counts a consignment; `null` where the document says nothing. */
export interface HistoryKeys {
  readonly consignor: string | null
  readonly consignee: string | null
  /** Port of loading and port of discharge, `COCTG>JMKIN`. */
  readonly lane: string | null
  /** HS chapters, two digits, each once. */
  readonly chapters: readonly string[]
  readonly traces: readonly Trace[]
  /** `USD 99.5`; `null` where no value is filed with its currency. */
  readonly value: string | null
}

/** Shorter addresses ("KINGSTON") are shared by half a city. */
const SHORTEST_ADDRESS = 12
/** Of one part of an index entry. */
const LONGEST = 400

type Counted = Pick<Consignment, 'parties' | 'places' | 'items' | 'value'>

/** Registration, history and facts ask for the same consignment's. */
const known = new WeakMap<Counted, HistoryKeys>()

export const historyKeys = (consignment: Counted): HistoryKeys => {
  const keys = known.get(consignment) ?? keysOf(consignment)
  known.set(consignment, keys)
  return keys
}

const keysOf = ({ parties, places, items, value }: Counted): HistoryKeys => {
  const consignor = partyOf(parties, 'consignor')
  const consignee = partyOf(parties, 'consignee')
  const loading = places.loading?.code
  const discharge = places.discharge?.code
  const notify = partyOf(parties, 'notify')
  const keys = { consignor: consignor && identityKey(consignor), consignee: consignee && identityKey(consignee) }
  return {
    ...keys,
    value: value?.currency ? `${value.currency} ${value.amount}` : null,
    lane: loading && discharge ? `${loading}>${discharge}` : null,
    chapters: [...new Set(items.flatMap(({ hsCodes }) => hsCodes.map((code) => code.slice(0, 2))))].sort(),
    traces: [
      ...tracesOf(consignee, 'contact', 'address'),
      ...tracesOf(consignor, 'consignor_contact', 'consignor_address'),
      ...toldToo(notify && identityKey(notify), [keys.consignor, keys.consignee]),
    ],
  }
}

/** The first party of a role, as for facts. */
export const partyOf = (parties: readonly Party[], role: Party['role']): Party | null =>
  parties.find((each) => each.role === role) ?? null

/** Of an address that is long enough to tell one place from another; '' else. */
const addressKey = (address: string | null): string => {
  const key = address === null ? '' : normaliseAddress(address)
  return key.length < SHORTEST_ADDRESS ? '' : key.slice(0, LONGEST)
}

const contactKeys = ({ contacts }: Pick<Party, 'contacts'>): readonly string[] => [
  ...new Set(contacts.map(({ value }) => normaliseContact(value).slice(0, LONGEST)).filter((key) => key !== '')),
]

const toldToo = (key: string | null, counted: readonly (string | null)[]): Trace[] =>
  key === null || counted.includes(key) ? [] : [{ kind: 'notify', key, other: '' }]

const tracesOf = (party: Party | null, contact: TraceKind, address: TraceKind): Trace[] => {
  const other = party && identityKey(party)
  if (party === null || other === null) return []
  const traces: Trace[] = contactKeys(party).map((key) => ({ kind: contact, key, other }))
  const at = addressKey(party.address)
  if (at !== '') traces.push({ kind: address, key: at, other })
  const name = party.name === null ? '' : normaliseName(party.name).slice(0, LONGEST)
  if (other.startsWith('id:') && name !== '') traces.push({ kind: 'spelling', key: other, other: name })
  return traces
}
