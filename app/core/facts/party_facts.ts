import type { PartyRole } from '../cargo/codes.js'
import type { Consignment, Party } from '../cargo/consignment.js'
import { normaliseContact } from '../matching/normalise_contact.js'
import { normaliseIdentifier } from '../matching/normalise_identifier.js'
import { partyKey } from '../matching/party_key.js'
import type { Fact, FactKey } from './catalogue.js'
import { filed, known, missing, type Facts } from './fact.js'
import type { AlwaysFiled } from './filing_terms.js'

type PartyFactKey = Extract<
  FactKey,
  `consignor.${string}` | `consignee.${string}` | `notify.${string}` | `party.${string}`
>

/** Parties whose identifiers and contacts are looked up. */
const LOOKED_UP: ReadonlySet<PartyRole> = new Set(['consignor', 'consignee', 'notify'])

export const partyFacts = (consignment: Consignment, alwaysFiled: AlwaysFiled): Facts<PartyFactKey> => {
  const { parties } = consignment
  const consignor = party(parties, 'consignor')
  const consignee = party(parties, 'consignee')
  const notify = party(parties, 'notify')
  return {
    'consignor.name': consignor.text('name'),
    'consignor.address': consignor.text('address'),
    'consignor.country': consignor.text('country'),
    'consignor.key': consignor.key,
    'consignee.name': consignee.text('name'),
    'consignee.address': consignee.text('address'),
    'consignee.country': consignee.text('country'),
    'consignee.key': consignee.key,
    'notify.name': notify.text('name'),
    'notify.country': notify.text('country'),
    'party.roles':
      parties.length === 0
        ? missing('not_filed')
        : known(
            [...new Set(parties.map((each) => each.role))],
            parties.map((_, index) => `parties.${index}`)
          ),
    'party.identifiers': listed(parties, 'identifiers', normaliseIdentifier, alwaysFiled.has('party.identifiers')),
    'party.contacts': listed(parties, 'contacts', normaliseContact, alwaysFiled.has('party.contacts')),
  }
}

/** The first party of a role; a document that names several is a Problem of the data. */
const party = (parties: readonly Party[], role: PartyRole) => {
  const index = parties.findIndex((each) => each.role === role)
  const found = parties[index]
  const key = found === undefined ? null : partyKey(found)
  return {
    text: (field: 'name' | 'address' | 'country'): Fact<string> =>
      filed(found?.[field] ?? null, `parties.${index}.${field}`),
    key: (found === undefined || (found.name === null && key === null)
      ? missing('not_filed')
      : key === null
        ? missing('not_applicable')
        : known(key, [`parties.${index}`])) satisfies Fact<string>,
  }
}

/** Distinct normalised values, each with the path it was read from at the same position. */
const listed = (
  parties: readonly Party[],
  field: 'identifiers' | 'contacts',
  normalise: (value: string) => string,
  always: boolean
): Fact<readonly string[]> => {
  const paths = new Map<string, string>()
  parties.forEach((each, index) => {
    if (!LOOKED_UP.has(each.role)) return
    each[field].forEach(({ value }, at) => {
      const normalised = normalise(value)
      if (normalised !== '' && !paths.has(normalised)) paths.set(normalised, `parties.${index}.${field}.${at}`)
    })
  })
  if (paths.size === 0 && !always) return missing('not_carried')
  return known([...paths.keys()], [...paths.values()])
}
