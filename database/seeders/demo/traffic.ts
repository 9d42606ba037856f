import type { Instant } from '#core/kernel/instant'

export type DemoAdministration = 'GT' | 'JM'

export interface TrafficRequest {
  readonly seed: number
  /** Time base: the ships of the present arrive around it. The only thing that shifts the data. */
  readonly now: Instant
  readonly administration: DemoAdministration
  /** Consignments in the originals of the current month; default 1,500. */
  readonly consignments?: number
  /** Months of light history before the current one; default 25. */
  readonly historyMonths?: number
  /** Default 200. */
  readonly historyConsignmentsPerMonth?: number
}

/** What a reader must find in the bytes of one message. */
interface Expectation {
  /** UN 1225; ASYCUDA XML carries none, and asks for the same. */
  readonly functionCode: string
  readonly documentReference: string
  readonly consignments: number
  /** Distinct container numbers. */
  readonly equipment: number
}

export interface TrafficMessage {
  readonly filedAt: Instant
  /** Filed before the current month: registered and counted, raises no alert. */
  readonly historical: boolean
  readonly sender: string
  readonly filename: string
  /** What it is: a CUSCAR interchange, or the XML of a degroupage or a flight. */
  readonly type: 'CUSCAR' | 'Awbolds' | 'Awmds'
  readonly bytes: Uint8Array
  /** Key of the planted story (STORIES.md), or `null`. */
  readonly story: string | null
  readonly expect: Expectation
}

/** One row of the calls file. `eta`, `etd`, `ata` are Instants; the file writes them with the port's offset. */
export interface TrafficCall {
  readonly meansName: string
  readonly imo: string
  readonly callSign: string
  readonly flag: string
  readonly voyage: string
  readonly carrier: string
  readonly port: string
  readonly eta: Instant
  readonly etd: Instant
  readonly ata: Instant | null
  readonly berth: string
  readonly previousPort: string
}

export interface TrafficPlan {
  /** In order of filing time, made while being read; restartable. */
  messages(): Generator<TrafficMessage>
  /** In order of arrival. */
  calls(): Generator<TrafficCall>
}
