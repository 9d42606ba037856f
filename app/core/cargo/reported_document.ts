import type { LocalTime } from '../kernel/instant.js'
import type { ConveyanceAsFiled } from './cargo_report.js'
import type { FilingFunction } from './codes.js'
import type { ConveyanceReport } from './conveyance_report.js'
import type { EquipmentReport } from './equipment_report.js'
import type { Place, Provenance } from './consignment.js'
import type { StatusReport } from './status_report.js'
import type { StowagePlan } from './stowage_plan.js'
import type { TravellerList } from './traveller_list.js'

/** What a Message reports that is no cargo report: it names no consignment to register, and is checked against those. */
export type ReportedDocument = StowagePlan | EquipmentReport | StatusReport | ConveyanceReport | TravellerList

/** What every such document says about itself. */
export interface DocumentHead {
  /** Index of the Message in the received bytes, from 0. */
  readonly message: number
  /** e.g. `BAPLIE`. */
  readonly type: string
  /** e.g. `D.95B`. */
  readonly version: string
  readonly controlReference: string | null
  readonly function: FilingFunction
  /** UN 1225 as filed. */
  readonly functionCode: string | null
  readonly test: boolean
  readonly sender: string | null
  readonly recipient: string | null
  /** UN 1001. */
  readonly documentCode: string | null
  readonly documentReference: string | null
  readonly preparedAt: LocalTime | null
  readonly conveyance: ConveyanceAsFiled
  /** Places the conveyance leaves, calls at or is bound for, in the order filed. */
  readonly calls: readonly CallAsFiled[]
  /** Of the head: `conveyance.voyage`, `calls.0.eta`. What stands in lists carries its own. */
  readonly provenance: Provenance
}

/** One place of the journey with its times, as a message names it. */
export interface CallAsFiled {
  /** UN 3227, e.g. 5 departure, 60 arrival, 61 next port, 92 routing. */
  readonly qualifier: string
  readonly place: Place
  /** Estimated or scheduled. */
  readonly eta: LocalTime | null
  readonly etd: LocalTime | null
  /** Actual. */
  readonly ata: LocalTime | null
  readonly atd: LocalTime | null
}
