import type { Instant } from '#core/kernel/instant'
import type { DemoParty } from './companies/party.js'
import type { DemoAdministration, TrafficCall } from './traffic.js'

/** A call with what the generator needs to fill it. */
export interface PlannedCall extends TrafficCall {
  /** Stable name of the call, the same for every `now`. */
  readonly id: string
  readonly administration: DemoAdministration
  /** Countries whose goods come with the ship. */
  readonly origins: readonly string[]
  /** Consignments of its original filings, without planted ones. */
  readonly consignments: number
  /** A flight: its manifest alone tells of it. */
  readonly flight?: boolean
  /** Nobody has filed for it: a planted story. */
  readonly silent: boolean
}

/** Who sends: a Guatemalan deconsolidator, or a carrier or NVOCC calling at Jamaica. */
export interface Filer {
  /** Three characters (GT) or four letters (JM). */
  readonly code: string
  readonly name: string
  /** As in UNB. */
  readonly address: string
}

export type NatureCode = '22' | '23' | '24' | '28'

export interface Box {
  readonly number: string
  /** As filed. */
  readonly sizeType: string
  readonly seal: string | null
  readonly tareKg: number
  readonly goodsKg: number
  readonly temperatureC: number | null
  /** Filed as empty. */
  readonly empty?: boolean
}

export interface Line {
  readonly description: string
  readonly hs: string | null
  readonly packages: number
  readonly package: string
  readonly weightKg: number | null
  readonly volumeM3: number
}

export interface Bill {
  readonly reference: string
  readonly master: string | null
  readonly nature: NatureCode
  readonly receipt: string | null
  readonly loading: string
  readonly transhipment: readonly string[]
  readonly discharge: string
  readonly delivery: string | null
  readonly originCountry: string
  readonly destinationCountry: string
  readonly consignor: DemoParty
  /** `null`: made out to order. */
  readonly consignee: DemoParty | null
  readonly notify: DemoParty | 'same' | null
  readonly line: Line
  /** Numbers of boxes of the filing; empty = loose cargo. */
  readonly boxes: readonly string[]
  readonly freight: number
  /** US dollars; most bills say none. */
  readonly value?: number
}

export interface Filing {
  readonly filedAt: Instant
  readonly filer: Filer
  readonly call: PlannedCall
  /** UN 1225. */
  readonly functionCode: string
  readonly documentReference: string
  readonly previousReference: string | null
  readonly direction: 'import' | 'export'
  /** Port that the heading names beside the call's own: of loading (GT import), of destination (JM export). */
  readonly loading: string
  readonly bills: readonly Bill[]
  readonly boxes: readonly Box[]
  readonly story: string | null
}
