import type { BandCounts, CallSummary, ConsignmentBrief } from '../../props/cargo.js'
import type { Clearing } from '../../../app/core/triage/clearing.js'
import type { ShownBand } from '../../props/assessment.js'
import type { DeskPace } from '../../props/desk.js'

export interface ArrivalRow {
  call: CallSummary
  /** Name of the last port, where known. */
  from: string | null
  /** Consignments on file; expected is `null` when no source says how many will come. */
  filed: number
  expected: number | null
  /** Filed after the deadline. */
  late: boolean
  bands: BandCounts
  /** Band of the worst consignment; `null` when nothing is filed. */
  worst: ShownBand | null
  undecided: number
  alerts: number
  /** Will the undecided be decided in time? `null` when there are none. */
  clearing: Clearing | null
  holder: { name: string; initials: string } | null
}

/** Order of the board: by time; rows inside by arrival. */
export type ArrivalGroupKey = 'within_6h' | 'within_24h' | 'within_72h' | 'later' | 'nothing_filed' | 'arrival_unknown'

export interface ArrivalGroup {
  key: ArrivalGroupKey
  rows: ArrivalRow[]
}

/** Loaded alone (`only: ['peek']`) when a row is chosen. */
export interface ArrivalPeek {
  call: CallSummary
  route: string[]
  assessed: number
  filed: number
  problems: number
  worst: ConsignmentBrief[]
  alerts: number
}

export type ArrivalsShow = 'short' | 'nothing_filed' | null

export interface ArrivalsProps {
  /** Filters from the address, echoed; `call` is `none` when the reader closed the peek. */
  filters: { show: ArrivalsShow; port: string | null; call: string | null }
  ports: { code: string; name: string }[]
  groups: ArrivalGroup[]
  totals: { ships: number; short: number; nothingFiled: number; undecided: number; analysts: number }
  desk: DeskPace
  /** Share of expected cargo that was filed, 0..1; `null` when nothing is expected by any source. */
  coverage: { share: number; filed: number; expected: number } | null
  /** Last message received; `null` = none yet. */
  lastMessageAt: string | null
  /** The chosen ship; without a choice the first that needs a person. */
  peek: ArrivalPeek | null
  may: { addCall: boolean }
}
