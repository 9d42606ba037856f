import type { Party, PartyContact, PartyIdentifier } from '../../../../cargo/consignment.js'
import type { PartyDraft } from '../drafts.js'
import { joinPieces } from '../../../parts/filed.js'
import type { Filed } from '../../parts/filed.js'
import { nameAndAddress, type NameAndAddress } from './party_text.js'
import type { Citations } from '../../parts/citations.js'
import { flagAddressCountry, flagPersonalData, taxIdsOf } from '../../../parts/party_checks.js'
import { byPosition } from '../../../parts/paths.js'
import type { PlaceBook } from '../../place_book.js'
import { rolesOf } from './roles.js'
import { flagRole, sameAs } from '../../../parts/party_roles.js'
import { NONE } from '../../parts/lists.js'
import type { ReadingState } from '../state.js'

interface Written {
  readonly name: Filed | null
  readonly address: Filed | null
}
const NOTHING: Written = { name: null, address: null }

/** C080 is a name, C059 and what follows an address; C058 is the address beside a C080, both without one. */
const written = ({ places, reading }: ReadingState, draft: PartyDraft): Written => {
  const { lines, name, street, locality } = draft
  if (!lines && !street) return { name, address: locality }
  const text: NameAndAddress | null = lines && nameAndAddress(lines.value, reading.partyText)
  const beside = name && lines ? joinPieces(lines.value, 5, ':') : text?.address
  const parts = [beside && lines ? { value: beside, at: lines.at } : null, street, locality]
  const address = together(places, parts)
  return { name: name ?? (text?.name && lines ? { value: text.name, at: lines.at } : null), address }
}

/** Parts of an address one behind the other. */
const together = (places: PlaceBook, parts: readonly (Filed | null)[]): Filed | null => {
  let found: Filed | null = null
  for (const part of parts) {
    if (!part || part.value === '') continue
    found = found ? { value: `${found.value}, ${part.value}`, at: places.span(found.at, part.at) } : part
  }
  return found
}

const identifiersOf = (draft: PartyDraft, { reading }: ReadingState): readonly (Filed & { type: string })[] => {
  if (!draft.id && draft.references.length === 0) return NONE
  const found: (Filed & { type: string })[] = []
  if (draft.id) {
    const id = draft.id.value.toUpperCase().replaceAll(' ', '')
    const rule = reading.identifierPrefixes.find(({ prefix }) => id.startsWith(prefix))
    const value = rule ? id.slice(rule.prefix.length) : id
    const type = rule?.type ?? reading.identifierAgencies[draft.idAgency] ?? 'code'
    if (value !== '') found.push({ type, value, at: draft.id.at })
  }
  for (const { qualifier, filed: reference } of draft.references) {
    const { value, at } = reference
    found.push({ type: reading.identifierReferences[qualifier] ?? 'code', value, at })
  }
  return found
}

const CHANNELS: Readonly<Record<string, PartyContact['type']>> = { TE: 'phone', AL: 'phone', FX: 'phone', EM: 'email' }

const countryOf = (state: ReadingState, { country }: PartyDraft, consignment: number | undefined): Filed | null => {
  if (!country) return null
  const known = state.reference.country(country.value)
  if (known) return { value: known.alpha2, at: country.at }
  state.problems.add('REF-COUNTRY', { at: country.at, consignment, params: { value: country.value } })
  return null
}

const PATHS = byPosition((at) => ({
  name: `parties.${at}.name`,
  address: `parties.${at}.address`,
  country: `parties.${at}.country`,
  identifiers: byPosition((index) => `parties.${at}.identifiers.${index}`),
  contacts: byPosition((index) => `parties.${at}.contacts.${index}`),
}))

/** Numbers of a party: those filed as such, then those inside its texts; each once, as it was filed first. */
const takeIdentifiers = (
  state: ReadingState,
  draft: PartyDraft,
  own: Written,
  pathAt: (at: number) => string,
  cited: Citations,
  consignment: number | undefined
): readonly PartyIdentifier[] => {
  const inText = taxIdsOf(state, [own.name, own.address], consignment)
  const filed = identifiersOf(draft, state)
  if (filed.length === 0 && inText.length === 0) return NONE
  const taken: PartyIdentifier[] = []
  const take = ({ type, value, at }: Filed & { readonly type: string }): void => {
    if (taken.some((known) => known.value === value)) return
    cited.cite(pathAt(taken.length), at)
    taken.push({ type, value })
  }
  for (const identifier of filed) take(identifier)
  for (const identifier of inText) take(identifier)
  return taken
}

const takeContacts = (
  { contacts }: PartyDraft,
  pathAt: (at: number) => string,
  cited: Citations
): readonly PartyContact[] => {
  if (contacts.length === 0) return NONE
  const taken: PartyContact[] = []
  contacts.forEach(({ channel, filed }, index) => {
    const type = CHANNELS[channel]
    if (type) taken.push({ type, value: cited.take(pathAt(index), filed) ?? '' })
  })
  return taken
}

/** Parties as the transport document names them, in the order filed, with the places of their values. */
export const finishParties = (
  state: ReadingState,
  drafts: readonly PartyDraft[],
  cited: Citations,
  consignment?: number
): readonly Party[] => {
  const roles = rolesOf(state.reading, drafts)
  const named = { consignor: roles.indexOf('consignor'), consignee: roles.indexOf('consignee') }
  const texts = drafts.map((draft) => written(state, draft))
  return drafts.map((draft, at) => {
    const role = roles[at] ?? 'other'
    const paths = PATHS(at)
    const own = texts[at] ?? NOTHING
    const meantRole = role === 'notify' && own.name ? sameAs(own.name.value) : null
    const meant = meantRole === null ? undefined : texts[named[meantRole]]
    if (own.name) flagRole(state, role, own.name, consignment)
    const country = countryOf(state, draft, consignment)
    flagAddressCountry(state, own.address, country, consignment)
    flagPersonalData(state, own.name, consignment)
    flagPersonalData(state, own.address, consignment)
    const identifiers = takeIdentifiers(state, draft, own, paths.identifiers, cited, consignment)
    const contacts = takeContacts(draft, paths.contacts, cited)
    return {
      role,
      name: cited.take(paths.name, meant?.name ?? own.name),
      address: cited.take(paths.address, meant?.address ?? own.address),
      country: cited.take(paths.country, country),
      identifiers,
      contacts,
    }
  })
}
