import type { Party } from '#core/cargo/consignment'
import { normalise } from '#core/matching/normalise'

/** What a person is looked for by, as written down; compared in its normalised form. */
export interface Subject {
  names: string[]
  identifiers: string[]
  contacts: string[]
  addresses: string[]
}

export type MatchedBy = 'name' | 'identifier' | 'contact' | 'address'

/** Tells by what a party is the subject; `null` when it is somebody else. */
export type SubjectMatcher = (party: Pick<Party, 'name' | 'address' | 'identifiers' | 'contacts'>) => MatchedBy | null

const keysOf = (kind: MatchedBy, values: readonly string[]): ReadonlySet<string> =>
  new Set(values.map((value) => normalise(kind, value)).filter((key) => key !== ''))

export function subjectMatcher(subject: Subject): SubjectMatcher {
  const keys = {
    identifier: keysOf('identifier', subject.identifiers),
    contact: keysOf('contact', subject.contacts),
    name: keysOf('name', subject.names),
    address: keysOf('address', subject.addresses),
  }
  return (party) => {
    if (party.identifiers.some(({ value }) => keys.identifier.has(normalise('identifier', value)))) return 'identifier'
    if (party.contacts.some(({ value }) => keys.contact.has(normalise('contact', value)))) return 'contact'
    if (party.name !== null && keys.name.has(normalise('name', party.name))) return 'name'
    if (party.address !== null && keys.address.has(normalise('address', party.address))) return 'address'
    return null
  }
}

/** Whether anything is left to look for. */
export const isSearchable = (subject: Subject): boolean =>
  (
    [
      ['name', subject.names],
      ['identifier', subject.identifiers],
      ['contact', subject.contacts],
      ['address', subject.addresses],
    ] as const
  ).some(([kind, values]) => keysOf(kind, values).size > 0)
