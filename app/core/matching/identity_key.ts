import type { Party } from '../cargo/consignment.js'
import { normaliseIdentifier } from './normalise_identifier.js'
import { normaliseName } from './normalise_name.js'
import { partyKey } from './party_key.js'

type Told = Pick<Party, 'name' | 'identifiers' | 'country'>

/**
 * By what history counts a party: its `partyKey` and the country it was filed with
 * (`name:BLUE MAHOE INTERIORS@JM`, `id:NIT:12345678@`). The same number or name in another country is
 * somebody else until a person says otherwise. `null` when the document names nobody.
 */
export const identityKey = (party: Told): string | null => {
  const key = partyKey(party)
  return key === null ? null : `${key}@${party.country ?? ''}`
}

/** The key without its country: what legal holds name. */
export const partyOfIdentity = (key: string): string => key.replace(/@[^@]*$/, '')

/** What tells one filed form of a party from another, and by what rules bring forms together. */
export interface FiledParty {
  readonly key: string
  /** `NIT:12345678`; `null` when it is told by its name alone. */
  readonly identifier: string | null
  /** Compared form; empty when no name was filed. */
  readonly name: string
  readonly country: string | null
}

const LONGEST = 400

export const filedParty = (party: Told): FiledParty | null => {
  const key = identityKey(party)
  if (key === null) return null
  const identified = party.identifiers.find(({ value }) => normaliseIdentifier(value) !== '')
  return {
    key,
    identifier: identified
      ? `${identified.type.toUpperCase()}:${normaliseIdentifier(identified.value)}`.slice(0, LONGEST)
      : null,
    name: normaliseName(party.name ?? '').slice(0, LONGEST),
    country: party.country,
  }
}
