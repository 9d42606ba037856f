import type { LocalTime } from '../kernel/instant.js'
import type { Problem } from '../kernel/problem.js'
import type { FilingFunction, Mode, Nature } from './codes.js'
import type { Consignment, Equipment, Party, Place, Provenance, Totals } from './consignment.js'

/** One Message in canonical terms: what a carrier or forwarder reports about one conveyance call. */
export interface CargoReport {
  /** Index of the Message in the received bytes, from 0. */
  readonly message: number
  /** e.g. `CUSCAR`. */
  readonly type: string
  /** e.g. `D.01A`. */
  readonly version: string
  /** Code and version of the profile that read it, e.g. `guatemala.d01a@1`. */
  readonly profile: string
  readonly controlReference: string | null
  readonly function: FilingFunction
  readonly functionCode: string | null
  readonly test: boolean
  readonly sender: string | null
  readonly recipient: string | null
  /** Number of the manifest or cargo report; with the sender it names the document that amendments change. */
  readonly documentReference: string | null
  readonly documentVersion: string | null
  /** Number of the document this one changes, when it carries one of its own. */
  readonly previousReference: string | null
  readonly preparedAt: LocalTime | null
  readonly conveyance: ConveyanceAsFiled
  readonly nature: Nature | null
  readonly parties: readonly Party[]
  readonly consignments: readonly ReportedConsignment[]
  /** Every distinct equipment of the message, including what no consignment names. */
  readonly equipment: readonly Equipment[]
  readonly declaredTotals: Totals & { readonly consignments: number | null; readonly equipment: number | null }
  readonly provenance: Provenance
}

export interface ReportedConsignment {
  readonly consignment: Consignment
  readonly provenance: Provenance
  readonly problems: readonly Problem[]
  /** False when an `error` Problem made it unusable: stored with its Problems, not weighed. */
  readonly usable: boolean
}

/** The journey as the message names it; may be empty (Guatemala's D.01A has neither vessel nor ETA). */
export interface ConveyanceAsFiled {
  readonly mode: Mode | null
  readonly means: {
    readonly name: string | null
    readonly imo: string | null
    readonly callSign: string | null
    readonly flag: string | null
  }
  readonly voyage: string | null
  readonly carrier: { readonly code: string | null; readonly name: string | null }
  readonly loading: Place | null
  readonly discharge: Place | null
  readonly eta: LocalTime | null
  /** Estimated or scheduled departure from the place of loading. */
  readonly etd: LocalTime | null
  /** Actual departure from there. */
  readonly atd: LocalTime | null
}
