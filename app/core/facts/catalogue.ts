import type { Mode, PartyRole } from '../cargo/codes.js'

/**
 * The facts an indicator or a condition may read about one consignment. A key names one
 * meaning, and no other field ever stands in for it. Weights in kg, times as Instants (ms).
 */
export interface FactTypes {
  'consignment.nature': 'export' | 'import' | 'transit' | 'transhipment'
  'consignment.level': 'master' | 'house' | 'straight'
  'consignment.containerised': boolean
  'consignment.packages': number
  'consignment.grossWeightKg': number
  /** Own transport document number, and that of the master where it is a house. */
  'consignment.reference': string
  'consignment.masterReference': string
  'consignment.volumeM3': number
  'consignment.revision': number
  /** UN/LOCODE as filed (LOC 88). */
  'place.receipt': string
  /** ISO alpha-2 of the place of receipt. */
  'place.receipt.country': string
  'place.loading': string
  'place.loading.country': string
  /** UN/LOCODEs, in order; '' where one was named without a code. Known and empty only where the sender's profile declares them always filed. */
  'place.transhipment': readonly string[]
  /** Country of each, in the same order; '' where it is not known. */
  'place.transhipment.countries': readonly string[]
  /** Great-circle length of the route by its ports of transhipment over that of the direct way, 1..n. */
  'place.detour': number
  'place.discharge': string
  'place.discharge.country': string
  'place.delivery': string
  'place.delivery.country': string
  'place.origin.country': string
  'place.destination.country': string
  /** All goods descriptions joined by ` / `. */
  'goods.description': string
  /** Distinct codes, digits only. Absent in most CUSCAR. */
  'goods.hs': readonly string[]
  'goods.dangerous': readonly string[]
  /** Identification numbers of vehicles carried. */
  'goods.vehicles': readonly string[]
  'goods.densityKgM3': number
  'goods.kgPerPackage': number
  /** What the goods are declared to be worth, in the currency filed (ISO 4217). */
  'goods.value': number
  'goods.currency': string
  /** The same a kilogram of gross weight, where it is filed in the administration's own currency. */
  'goods.valuePerKg': number
  'consignor.name': string
  'consignor.address': string
  'consignor.country': string
  'consignor.key': string
  'consignee.name': string
  'consignee.address': string
  'consignee.country': string
  'consignee.key': string
  'notify.name': string
  'notify.country': string
  /** Roles the document names; known when it names any party. */
  'party.roles': readonly PartyRole[]
  /** Normalised identifiers, phones and e-mails of consignor, consignee and notify. */
  'party.identifiers': readonly string[]
  'party.contacts': readonly string[]
  'equipment.numbers': readonly string[]
  /** One entry a container, in the order of `equipment.numbers`; '' where not filed. */
  'equipment.sizeTypes': readonly string[]
  /** Type group (`reefer`, `dry` …) of each, in the same order; '' where the type is not known. */
  'equipment.groups': readonly string[]
  'equipment.invalidNumbers': readonly string[]
  'equipment.seals': readonly string[]
  'equipment.temperatureC': number
  /** Gross weight of the goods over the summed maximum payload of its containers, 0..n. */
  'equipment.payloadShare': number
  /** `full`, `empty` or '' of each container, in the order of `equipment.numbers`. */
  'equipment.fullness': readonly string[]
  /** Gross weight in kg of each container as decimal text, '' where not filed. */
  'equipment.weights': readonly string[]
  /** By how many per cent the heaviest container filed as empty outweighs its tare. */
  'equipment.emptyExcess': number
  /** Full containers without a seal, where the sender files seals. */
  'equipment.unsealed': readonly string[]
  /** Of arriving cargo, as bay plans and terminals report: cells (`0380882`) in the order of `equipment.numbers`. */
  'reported.cells': readonly string[]
  /** Containers that the newest bay plan of the call does not have. */
  'reported.notInPlan': readonly string[]
  /** Containers whose seal at discharge is another one. */
  'reported.sealsChanged': readonly string[]
  /** Verified gross mass of the containers less goods and tares as declared. */
  'reported.weightDifferenceKg': number
  'conveyance.mode': Mode
  'conveyance.means': string
  'conveyance.imo': string
  'conveyance.voyage': string
  'conveyance.arrival': number
  /** First registration. */
  'filing.at': number
  /** Hours between first registration and arrival. */
  'filing.leadHours': number
  /** Hours before arrival until when cargo of this mode has to be filed here. */
  'filing.deadlineHours': number
  /** Hours between the departure from the last place abroad and first registration; negative when filed before. */
  'filing.sinceDepartureHours': number
  /** Hours after that departure until when cargo of this mode has to be filed here. */
  'filing.graceHours': number
  'filing.amendments': number
  'freight.amount': number
  /** ISO 4217. */
  'freight.currency': string
  'freight.payment': 'prepaid' | 'collect'
  /** Parts that amendments changed (`ChangedPart`); empty when there was none. */
  'filing.changed': readonly string[]
  /** Hours between the last change of parties, goods or containers and arrival. */
  'filing.decisiveChangeHours': number
  /** The same for discharge and destination. */
  'filing.routeChangeHours': number
  /** Problems of the data of this consignment. */
  'filing.warnings': number
  'filing.errors': number
  /** Share of the sender's consignments of 12 months with a Problem worse than a remark, 0..1. */
  'sender.flawedShare': number
  /** Share of the senders that file worse, 0..1. */
  'sender.worseShare': number
  /** History of the administration, excluding this consignment, over 24 months before it unless the key says less. */
  'history.consignee.count': number
  'history.consignee.count12Months': number
  'history.consignee.count90Days': number
  'history.consignee.count30Days': number
  'history.consignee.consignors': number
  'history.consignee.firstSeenDays': number
  'history.consignee.lastSeenDays': number
  /** HS chapters, two digits. */
  'history.consignee.chapters': readonly string[]
  /** Those of this consignment that it never had. */
  'history.consignee.newChapters': readonly string[]
  /** Consignments in 30 days, over the twelve times 30 days before the latest. */
  'history.consignee.monthlyMean': number
  'history.consignee.monthlyDeviation': number
  /** Ways its name was written in 90 days, under its identifier or alike at its address; this one counts. */
  'history.consignee.spellings': number
  /** Values (`USD 99.5`) of the consignee's other consignments of 30 days, those filed with this one too; asked where this one has one. */
  'history.consignee.values30Days': readonly string[]
  /** Those of 24 hours. */
  'history.consignee.valuesDay': readonly string[]
  'history.consignor.count': number
  'history.consignor.count12Months': number
  'history.consignor.count90Days': number
  'history.consignor.count30Days': number
  'history.consignor.consignees': number
  'history.consignor.firstSeenDays': number
  'history.consignor.lastSeenDays': number
  'history.pair.count': number
  'history.pair.count12Months': number
  'history.pair.count90Days': number
  'history.pair.count30Days': number
  'history.pair.lastSeenDays': number
  /** Most consignees on one of the consignee's contacts in 12 months, this one included. */
  'history.contact.consignees': number
  'history.contact.consignees30Days': number
  /** The same for its address. */
  'history.address.consignees': number
  /** Of its containers, by another call or none, over 12 months. */
  'history.container.lastSeenDays': number
  'history.container.lastSeenPlace': string
  /** Other consignees of its containers in 12 months. */
  'history.container.consignees': number
  /** Hours to the nearest arrival of one of its containers elsewhere; 720 stands for that or more. */
  'history.container.elsewhereHours': number
  /** Numbers of earlier bills for its containers, in transit or withdrawn, between other parties, 45 days. */
  'history.container.switchedBills': readonly string[]
  /** Bills of the same sender under its number between other parties, 12 months. */
  'history.document.duplicates': number
  /** Its number on other conveyances for the same consignee, 10 days. */
  'history.document.parts': number
  'history.lane.count': number
  /** What the lane never had: `sender`, `HS <chapter>`. */
  'history.lane.unseen': readonly string[]
  /** Resultant inspections of the party; each loses half of its weight in 18 months. */
  'findings.consignee.resultant': number
  'findings.consignor.resultant': number
  /** Inspections that found nothing, 24 months. */
  'findings.consignee.clean': number
  /** Inspections of the consignor's goods that found counterfeits. */
  'findings.consignor.counterfeits': number
  /** Resultant inspections of its containers, 36 months. */
  'findings.container.resultant': number
  /** Resultant inspections of others with the same contact, address or container, 36 months. */
  'findings.neighbours': number
  /** Consignments of the same parties withdrawn before their inspection, 30 days. */
  'findings.withdrawn': number
}
export type FactKey = keyof FactTypes

/** A fact that a plugin derives: `<plugin>:<name>`. Its own indicators read it; `list:` is taken. */
export type PluginFactKey = `${string}:${string}`
export type PluginFactValue = string | number | boolean | readonly string[]
/** Any fact, of core or of a plugin. */
export type AnyFactKey = FactKey | PluginFactKey
export type FactValue<K extends AnyFactKey> = K extends FactKey ? FactTypes[K] : PluginFactValue

/**
 * Why a fact is missing. Only `not_filed` and `not_understood` can still arrive for this
 * consignment, and only they count towards "could be up to" (DECISIONS 15).
 */
export type MissingReason =
  | 'not_filed' // the message did not carry it; an amendment may
  | 'not_carried' // optional, or the sender's format has no place for it: listed, not expected
  | 'not_understood' // carried, but not readable (a Problem says why)
  | 'arrival_unknown' // no conveyance call joined yet
  | 'departure_unknown' // nobody told yet when the conveyance left the last place abroad
  | 'history_not_covered' // the administration's history does not reach back far enough
  | 'no_reference' // a list or table needed is not set up
  | 'not_applicable' // has no meaning for this consignment (loose cargo has no container type)

export const CAN_STILL_ARRIVE: ReadonlySet<MissingReason> = new Set([
  'not_filed',
  'not_understood',
  'arrival_unknown',
  'departure_unknown',
])

export type Fact<T> =
  | {
      readonly known: true
      readonly value: T
      /** Canonical paths it was read from (keys of the consignment's provenance); empty for derived history. */
      readonly from: readonly string[]
    }
  | { readonly known: false; readonly why: MissingReason }

/**
 * Everything one assessment saw, as plain JSON. Stored content-addressed; replay reads nothing else.
 * Facts of plugins are there for the plugins that were enabled.
 */
export type FactSnapshot = { readonly [K in FactKey]: Fact<FactTypes[K]> } & {
  readonly [key: PluginFactKey]: Fact<PluginFactValue> | undefined
}

export interface FactReader {
  /** A plugin's fact that was not derived (its plugin is not enabled) is missing. */
  get<K extends AnyFactKey>(key: K): Fact<FactValue<K>>
}
