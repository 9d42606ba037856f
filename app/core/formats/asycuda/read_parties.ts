import type { Party } from '../../cargo/consignment.js'
import { flagPersonalData, taxIdsOf } from '../parts/party_checks.js'
import { flagRole, sameAs } from '../parts/party_roles.js'
import type { Fields } from './fields.js'
import type { Filed } from '../parts/filed.js'
import type { ProvenanceBuilder } from '../parts/provenance_builder.js'
import type { PartyElement } from './reading.js'
import type { Scope } from './scope.js'

const CONSIGNMENT_PARTIES = ['exporter', 'consignee', 'notify', 'carrier', 'shipping_agent'] as const
const HEADER_PARTIES = ['carrier', 'shipping_agent'] as const

interface PartyAsFiled {
  readonly element: PartyElement
  readonly code: Filed | null
  readonly name: Filed | null
  readonly address: Filed | null
}

const partiesIn = (fields: Fields, scope: Scope, elements: readonly PartyElement[]): readonly PartyAsFiled[] =>
  elements.flatMap((element) => {
    const code = fields.code(scope, `${element}_code`)
    const name = notZero(fields.text(scope, `${element}_name`))
    const address = notZero(fields.text(scope, `${element}_address`))
    return code || name || address ? [{ element, code, name, address }] : []
  })

const notZero = (filed: Filed | null): Filed | null => (filed && /^0+$/.test(filed.value) ? null : filed)

/** `NOTIFY: SAME AS CONSIGNEE` is the consignee; nobody is called that. */
const meantBy = (party: PartyAsFiled, all: readonly PartyAsFiled[]): PartyAsFiled => {
  const role = party.element === 'notify' && party.name ? sameAs(party.name.value) : null
  if (role === null) return party
  const meant = all.find(({ element }) => element === (role === 'consignor' ? 'exporter' : 'consignee'))
  return meant ? { ...party, name: meant.name, address: meant.address } : party
}

const readParties = (
  fields: Fields,
  scope: Scope,
  cited: ProvenanceBuilder,
  elements: readonly PartyElement[],
  consignment?: number
): readonly Party[] => {
  const { roles, identifierTypes } = fields.context.reading
  const filed = partiesIn(fields, scope, elements)
  return filed.map((party, at) => {
    const role = roles[party.element]
    const path = `parties.${at}`
    if (party.name) flagRole(fields.context, role, party.name, consignment)
    const { name, address } = meantBy(party, filed)
    flagPersonalData(fields.context, party.name, consignment)
    flagPersonalData(fields.context, party.address, consignment)
    const code = party.code && { ...party.code, type: identifierTypes[party.element] ?? 'code' }
    const inTexts = taxIdsOf(fields.context, [party.name, party.address], consignment)
    const identifiers = (code ? [code, ...inTexts] : inTexts).map(({ type, value, at: from }, index) => {
      cited.cite(`${path}.identifiers.${index}`, from)
      return { type, value }
    })
    return {
      role,
      name: cited.take(`${path}.name`, name),
      address: cited.take(`${path}.address`, address),
      country: null,
      identifiers,
      contacts: [],
    }
  })
}

/** Parties of a consignment in the order of their roles; those of whom nothing is filed are left out. */
export const consignmentParties = (
  fields: Fields,
  scope: Scope,
  cited: ProvenanceBuilder,
  consignment: number
): readonly Party[] => readParties(fields, scope, cited, CONSIGNMENT_PARTIES, consignment)

export const headerParties = (fields: Fields, scope: Scope, cited: ProvenanceBuilder): readonly Party[] =>
  readParties(fields, scope, cited, HEADER_PARTIES)
