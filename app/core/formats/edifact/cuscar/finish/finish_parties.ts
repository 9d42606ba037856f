import type { PartyRole } from '../../../../cargo/codes.js'
import type { Party, PartyContact, PartyIdentifier } from '../../../../cargo/consignment.js'
import type { PartyDraft } from '../drafts.js'
import { joinPieces, type Filed } from '../../../parts/filed.js'
import { nameAndAddress, type NameAndAddress } from './party_text.js'
import type { ProvenanceBuilder } from '../../../parts/provenance_builder.js'
import { flagAddressCountry, flagPersonalData, taxIdsOf } from '../../../parts/party_checks.js'
import { flagRole, sameAs } from '../../../parts/party_roles.js'
import type { ReadingState } from '../state.js'

/** The role of each party; of several candidates for one role the strongest qualifier takes it. */
const rolesOf = ({ reading }: ReadingState, drafts: readonly PartyDraft[]): readonly PartyRole[] => {
  const first = new Map<string, PartyDraft>()
  for (const draft of drafts) if (!first.has(draft.qualifier)) first.set(draft.qualifier, draft)
  return drafts.map((draft) => {
    const rule = reading.roles.find(({ qualifiers }) => qualifiers.includes(draft.qualifier))
    if (!rule || rule.role === 'notify') return rule?.role ?? 'other'
    const strongest = rule.qualifiers.find((qualifier) => first.has(qualifier)) ?? ''
    return first.get(strongest) === draft ? rule.role : 'other'
  })
}

interface Written {
  readonly name: Filed | null
  readonly address: Filed | null
}

const filed = (value: string | null, ...from: readonly (Filed<unknown> | null)[]): Filed | null =>
  value ? { value, at: from.flatMap((part) => part?.at ?? []) } : null

/** C080 is a name, C059 and what follows an address; C058 is the address beside a C080, both without one. */
const written = (draft: PartyDraft, form: 'lines' | 'blob'): Written => {
  const { lines, name, street, locality } = draft
  const text: NameAndAddress = lines ? nameAndAddress(lines.value, form) : { name: null, address: null }
  const beside = name && lines ? joinPieces(lines.value, 5, ':') : text.address
  const parts = [beside, street && joinPieces(street.value, 4, ':'), locality?.value]
  const address = parts.filter(Boolean).join(', ')
  return {
    name: name ? filed(joinPieces(name.value, 5, ':'), name) : filed(text.name, lines),
    address: filed(address || null, beside ? lines : null, street, locality),
  }
}

const identifiersOf = (draft: PartyDraft, { reading }: ReadingState): readonly (Filed & { type: string })[] => {
  const found: (Filed & { type: string })[] = []
  if (draft.id) {
    const id = draft.id.value.toUpperCase().replaceAll(' ', '')
    const rule = reading.identifierPrefixes.find(({ prefix }) => id.startsWith(prefix))
    const value = rule ? id.slice(rule.prefix.length) : id
    const type = rule?.type ?? reading.identifierAgencies[draft.idAgency] ?? 'code'
    if (value !== '') found.push({ type, value, at: draft.id.at })
  }
  for (const { qualifier, filed: reference } of draft.references) {
    found.push({ type: reading.identifierReferences[qualifier] ?? 'code', ...reference })
  }
  return found
}

/** Each number once, as it was filed first. */
const distinct = <T extends Filed>(identifiers: readonly T[]): readonly T[] =>
  identifiers.filter(({ value }, at) => identifiers.findIndex((other) => other.value === value) === at)

const CHANNELS: Readonly<Record<string, PartyContact['type']>> = { TE: 'phone', AL: 'phone', FX: 'phone', EM: 'email' }

const countryOf = (state: ReadingState, { country }: PartyDraft, consignment: number | undefined): Filed | null => {
  if (!country) return null
  const known = state.reference.country(country.value)
  if (known) return { value: known.alpha2, at: country.at }
  state.problems.add('REF-COUNTRY', { at: country.at[0], consignment, params: { value: country.value } })
  return null
}

/** Parties as the transport document names them, in the order filed, with the places of their values. */
export const finishParties = (
  state: ReadingState,
  drafts: readonly PartyDraft[],
  cited: ProvenanceBuilder,
  consignment?: number
): readonly Party[] => {
  const roles = rolesOf(state, drafts)
  const named = { consignor: roles.indexOf('consignor'), consignee: roles.indexOf('consignee') }
  const texts = drafts.map((draft) => written(draft, state.reading.partyText))
  return drafts.map((draft, at) => {
    const role = roles[at] ?? 'other'
    const path = `parties.${at}`
    const own = texts[at]
    const meantRole = role === 'notify' && own?.name ? sameAs(own.name.value) : null
    const meant = meantRole === null ? undefined : texts[named[meantRole]]
    if (own?.name) flagRole(state, role, own.name, consignment)
    const country = countryOf(state, draft, consignment)
    flagAddressCountry(state, own?.address ?? null, country, consignment)
    for (const text of [own?.name ?? null, own?.address ?? null]) flagPersonalData(state, text, consignment)
    const inText = taxIdsOf(state, [own?.name ?? null, own?.address ?? null], consignment)
    const identifiers: PartyIdentifier[] = distinct([...identifiersOf(draft, state), ...inText]).map(
      ({ type, value, at: from }, index) => {
        cited.cite(`${path}.identifiers.${index}`, from)
        return { type, value }
      }
    )
    const contacts: PartyContact[] = draft.contacts.flatMap(({ channel, filed: contact }, index) => {
      const type = CHANNELS[channel]
      return type ? [{ type, value: cited.take(`${path}.contacts.${index}`, contact) ?? '' }] : []
    })
    return {
      role,
      name: cited.take(`${path}.name`, meant?.name ?? own?.name),
      address: cited.take(`${path}.address`, meant?.address ?? own?.address),
      country: cited.take(`${path}.country`, country),
      identifiers,
      contacts,
    }
  })
}
