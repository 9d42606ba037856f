import type { Traveller } from '#core/cargo/traveller_list'
import type { Party } from '#core/cargo/consignment'
import { normaliseIdentifier } from '#core/matching/normalise_identifier'
import { normaliseName } from '#core/matching/normalise_name'

/** What of a party a traveller has. */
export type NamedTraveller = Pick<Party, 'name' | 'address' | 'identifiers' | 'contacts'>

/** A traveller as requests of persons and holds compare parties: with the given names first, and with the family name first. */
export const namesOf = ({ familyName, givenNames, travelDocuments }: Traveller): NamedTraveller[] => {
  const identifiers = travelDocuments.flatMap(({ type, number }) => (number === null ? [] : [{ type, value: number }]))
  const rest = { address: null, identifiers, contacts: [] }
  const whole = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ') || null
  return [
    { name: whole(givenNames, familyName), ...rest },
    { name: whole(familyName, givenNames), ...rest },
  ]
}

/** Every key by which a legal hold may name this traveller: each document (`id:P:X123`), the name both ways round. */
export const keysOf = (traveller: Traveller): Set<string> =>
  new Set(
    namesOf(traveller).flatMap(({ name, identifiers }) => [
      `name:${normaliseName(name ?? '')}`,
      ...identifiers.map(({ type, value }) => `id:${type.toUpperCase()}:${normaliseIdentifier(value)}`),
    ])
  )

/** The traveller as one party, the given names first: by it a restriction knows the person. */
export const partyOf = (traveller: Traveller): NamedTraveller => namesOf(traveller)[0]!
