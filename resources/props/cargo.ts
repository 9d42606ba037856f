import type { ScoreSummary } from './assessment.js'
import type { IsoInstant, Sentence } from './shared.js'

/** When a call reaches the port, and how sure that is. */
export interface Arrival {
  /** `null`: no call joined, the group "arrival unknown". */
  at: IsoInstant | null
  /** False: estimated (shown with ≈). */
  confirmed: boolean
  /** True once the arrival event is recorded: the countdown counts up. */
  arrived: boolean
  /** Earlier time when it changed within the last hour. */
  before: IsoInstant | null
}

export interface CallSummary {
  id: string
  /** Ship name as filed; `null` when only a voyage is known. */
  means: string | null
  imo: string | null
  voyage: string | null
  /** Name of the port of the call and its UN/LOCODE. */
  port: string
  portCode: string
  berth: string | null
  arrival: Arrival
}

export interface BandCounts {
  high: number
  medium: number
  low: number
  unknown: number
  notAssessed: number
}

/** How many open matches and earlier consignments a party has; `null` = history does not reach back. */
export interface PartyView {
  role: string
  name: string | null
  address: string | null
  country: string | null
  /** `valid`: as an enabled plugin knows the type; `null` when none does. */
  identifiers: { type: string; value: string; valid: boolean | null }[]
  history: { consignments: number; partners: number } | null
  /** Name of a watch list that matched. */
  match: string | null
  /** A person asked that their data be used as little as the law allows. */
  restricted: boolean
}

export interface EquipmentView {
  number: string
  checkDigitValid: boolean | null
  sizeType: string | null
  /** e.g. `reefer`; translated by `common.container_<group>`. */
  containerGroup: string | null
  lengthFt: number | null
  tareKg: number | null
  seals: string[]
  temperatureC: number | null
  fullness: 'full' | 'empty' | null
}

export interface PlaceStop {
  /** `receipt`, `loading`, `transhipment`, `discharge`, `delivery`. */
  role: string
  name: string | null
  code: string | null
}

/** What a list row shows of a consignment. */
export interface ConsignmentBrief {
  id: string
  reference: string | null
  /** First goods description as filed. */
  goods: string | null
  /** Container count by ISO type, e.g. `[{count: 2, type: '45R1'}]`. */
  equipment: { count: number; type: string | null }[]
  packages: number | null
  grossWeightKg: number | null
  consignor: string | null
  consignee: string | null
  nature: string | null
  summary: ScoreSummary
  /** Up to three strongest reasons. */
  reasons: Sentence[]
  moreReasons: number
}
