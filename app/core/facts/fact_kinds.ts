import { MODES, NATURES } from '../cargo/codes.js'
import type { Group } from '../indicators/definition.js'
import { CONTAINER_GROUPS } from '../reference/reference_data.js'
import type { FactKey } from './catalogue.js'
import { CHANGED_PARTS } from './filing_history_facts.js'

/** What a fact holds, hence which operators ask it. `date` is an Instant. */
export type FactValueKind = 'text' | 'code' | 'number' | 'date' | 'flag' | 'list'

export interface FactKind {
  readonly kind: FactValueKind
  /** Group in which the points of a condition on it are counted. */
  readonly group: Group
  readonly codes?: readonly string[]
}

const text = (group: Group): FactKind => ({ kind: 'text', group })
const list = (group: Group): FactKind => ({ kind: 'list', group })
const number = (group: Group): FactKind => ({ kind: 'number', group })
const code = (group: Group, codes?: readonly string[]): FactKind => ({ kind: 'code', group, ...(codes && { codes }) })

/** The fact catalogue as data: forms, checks and the grouping of points read it. */
export const FACT_KINDS: Readonly<Record<FactKey, FactKind>> = {
  'consignment.nature': code('document', NATURES),
  'consignment.level': code('document', ['master', 'house', 'straight']),
  'consignment.containerised': { kind: 'flag', group: 'equipment' },
  'consignment.packages': number('commodity'),
  'consignment.grossWeightKg': number('equipment'),
  'consignment.reference': text('document'),
  'consignment.masterReference': text('document'),
  'consignment.volumeM3': number('commodity'),
  'consignment.revision': number('document'),
  'place.receipt': code('geography'),
  'place.receipt.country': code('geography'),
  'place.loading': code('geography'),
  'place.loading.country': code('geography'),
  'place.transhipment': list('routing'),
  'place.transhipment.countries': list('routing'),
  'place.detour': number('routing'),
  'place.discharge': code('routing'),
  'place.discharge.country': code('routing'),
  'place.delivery': code('routing'),
  'place.delivery.country': code('routing'),
  'place.origin.country': code('geography'),
  'place.destination.country': code('routing'),
  'goods.description': text('commodity'),
  'goods.hs': list('commodity'),
  'goods.dangerous': list('commodity'),
  'goods.vehicles': list('commodity'),
  'goods.densityKgM3': number('commodity'),
  'goods.kgPerPackage': number('commodity'),
  'goods.value': number('commodity'),
  'goods.currency': code('commodity'),
  'goods.valuePerKg': number('commodity'),
  'consignor.name': text('party'),
  'consignor.address': text('party'),
  'consignor.country': code('party'),
  'consignor.key': text('party'),
  'consignee.name': text('party'),
  'consignee.address': text('party'),
  'consignee.country': code('party'),
  'consignee.key': text('party'),
  'notify.name': text('party'),
  'notify.country': code('party'),
  'party.roles': list('party'),
  'party.identifiers': list('party'),
  'party.contacts': list('party'),
  'equipment.numbers': list('equipment'),
  'equipment.sizeTypes': list('equipment'),
  'equipment.groups': { ...list('equipment'), codes: CONTAINER_GROUPS },
  'equipment.invalidNumbers': list('equipment'),
  'equipment.seals': list('equipment'),
  'equipment.temperatureC': number('equipment'),
  'equipment.payloadShare': number('equipment'),
  'equipment.fullness': list('equipment'),
  'equipment.weights': list('equipment'),
  'equipment.emptyExcess': number('equipment'),
  'equipment.unsealed': list('equipment'),
  'reported.cells': list('equipment'),
  'reported.notInPlan': list('equipment'),
  'reported.sealsChanged': list('equipment'),
  'reported.weightDifferenceKg': number('equipment'),
  'conveyance.mode': code('document', MODES),
  'conveyance.means': text('vessel'),
  'conveyance.imo': code('vessel'),
  'conveyance.voyage': text('vessel'),
  'conveyance.arrival': { kind: 'date', group: 'document' },
  'filing.at': { kind: 'date', group: 'document' },
  'filing.leadHours': number('document'),
  'filing.deadlineHours': number('document'),
  'filing.sinceDepartureHours': number('document'),
  'filing.graceHours': number('document'),
  'filing.amendments': number('document'),
  'freight.amount': number('document'),
  'freight.currency': code('document'),
  'freight.payment': code('document', ['prepaid', 'collect']),
  'filing.changed': { ...list('document'), codes: CHANGED_PARTS },
  'filing.decisiveChangeHours': number('document'),
  'filing.routeChangeHours': number('document'),
  'filing.warnings': number('document'),
  'filing.errors': number('document'),
  'sender.flawedShare': number('document'),
  'sender.worseShare': number('document'),
  'history.consignee.count': number('party'),
  'history.consignee.count12Months': number('party'),
  'history.consignee.count90Days': number('party'),
  'history.consignee.count30Days': number('party'),
  'history.consignee.consignors': number('party'),
  'history.consignee.firstSeenDays': number('party'),
  'history.consignee.lastSeenDays': number('party'),
  'history.consignee.chapters': list('party'),
  'history.consignee.newChapters': list('party'),
  'history.consignee.monthlyMean': number('party'),
  'history.consignee.monthlyDeviation': number('party'),
  'history.consignee.spellings': number('party'),
  'history.consignee.values30Days': list('party'),
  'history.consignee.valuesDay': list('party'),
  'history.consignor.count': number('party'),
  'history.consignor.count12Months': number('party'),
  'history.consignor.count90Days': number('party'),
  'history.consignor.count30Days': number('party'),
  'history.consignor.consignees': number('party'),
  'history.consignor.firstSeenDays': number('party'),
  'history.consignor.lastSeenDays': number('party'),
  'history.pair.count': number('party'),
  'history.pair.count12Months': number('party'),
  'history.pair.count90Days': number('party'),
  'history.pair.count30Days': number('party'),
  'history.pair.lastSeenDays': number('party'),
  'history.contact.consignees': number('party'),
  'history.contact.consignees30Days': number('party'),
  'history.address.consignees': number('party'),
  'history.container.lastSeenDays': number('equipment'),
  'history.container.lastSeenPlace': code('equipment'),
  'history.container.consignees': number('equipment'),
  'history.container.elsewhereHours': number('equipment'),
  'history.container.switchedBills': list('routing'),
  'history.document.duplicates': number('document'),
  'history.document.parts': number('document'),
  'history.lane.count': number('routing'),
  'history.lane.unseen': list('routing'),
  'findings.consignee.resultant': number('party'),
  'findings.consignor.resultant': number('party'),
  'findings.consignee.clean': number('party'),
  'findings.consignor.counterfeits': number('party'),
  'findings.container.resultant': number('equipment'),
  'findings.neighbours': number('party'),
  'findings.withdrawn': number('document'),
}

export const FACT_KEYS = Object.keys(FACT_KINDS) as readonly FactKey[]

export const isFactKey = (key: string): key is FactKey => Object.hasOwn(FACT_KINDS, key)

export const groupOfFact = (key: FactKey): Group => FACT_KINDS[key].group

/** Translation key of the fact's name, e.g. `targeting.fact_place_receipt_country`. */
export const factTitle = (key: FactKey): `targeting.fact_${string}` => `targeting.fact_${key.replaceAll('.', '_')}`
