import type { Consignment, GoodsItem, Party } from '#core/cargo/consignment'
import { normaliseName } from '#core/matching/normalise_name'
import { partyKey } from '#core/matching/party_key'
import type { FieldChange } from '../field_changes.js'

export interface Masking {
  pseudonym: (party: string) => string
  /** Parties to mask; all of them when their time is over. */
  which: (party: Party) => boolean
}

const MARK = '•••'
const MAIL = /[^\s@]+@[^\s@]+/g
const PHONE = /\+?\d[\d ()/-]{7,}\d/g

/** A consignment without what names somebody. Role, country and goods stay, so that it still counts. */
export const maskConsignment = (document: Consignment, masking: Masking): Consignment => {
  const touched = document.parties.some(masking.which)
  return {
    ...document,
    parties: document.parties.map((party) => (masking.which(party) ? maskParty(party, masking) : party)),
    items: touched ? document.items.map(maskItem) : document.items,
  }
}

const PSEUDONYM = /^P-[0-9A-F]{12}$/

const maskParty = (party: Party, { pseudonym }: Masking): Party => ({
  role: party.role,
  name: PSEUDONYM.test(party.name ?? '') ? party.name : pseudonymOf(party, pseudonym),
  address: null,
  country: party.country,
  identifiers: [],
  contacts: [],
})

/** The same party gets the same one, whatever else was filed of it. */
const pseudonymOf = (party: Party, pseudonym: Masking['pseudonym']): string =>
  pseudonym(partyKey(party) ?? `name:${normaliseName(party.name ?? '')}`)

const maskItem = (item: GoodsItem): GoodsItem => ({
  ...item,
  marks: null,
  description: item.description?.replaceAll(MAIL, MARK).replaceAll(PHONE, MARK) ?? null,
})

/** What changed between revisions holds the old values too. */
export const maskChanges = (changes: readonly FieldChange[]): FieldChange[] =>
  changes.map((change) =>
    /^(?:parties|items\.\d+\.(?:marks|description))/.test(change.path)
      ? { path: change.path, before: null, after: null }
      : change
  )
