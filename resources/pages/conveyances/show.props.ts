import type { BandCounts, CallSummary, ConsignmentBrief, PlaceStop } from '../../props/cargo.js'
import type { IsoInstant } from '../../props/shared.js'

export interface CallEvent {
  id: string
  /** `eta_change`, `arrival`, `departure`, `call_registered`, `manifest_filed`, `manifest_amended`. */
  kind: string
  /** What the event says (the new ETA, the arrival). */
  at: IsoInstant
  recordedAt: IsoInstant
  /** `message`, `page`, `calls_file`. */
  source: string
  by: string | null
  note: string | null
}

/** The newest bay plan against what is manifested, both ways. */
export interface StowageView {
  reference: string | null
  filedAt: IsoInstant
  direction: 'inbound' | 'outbound'
  aboard: number
  manifested: number
  /** Listed as far as `more` says; likewise below. */
  notManifested: { boxes: { equipment: string; cell: string | null; fullness: string | null }[]; more: number }
  notAboard: { boxes: { equipment: string; consignmentId: string; bill: string | null }[]; more: number }
}

export interface ConveyanceFilters {
  band: string | null
  nature: string | null
  q: string | null
  sort: 'score' | 'could_be' | 'reference'
}

export interface ConveyanceShowProps {
  call: CallSummary
  means: { flag: string | null; callSign: string | null }
  carrier: string | null
  route: PlaceStop[]
  bands: BandCounts
  natures: { nature: string; count: number }[]
  manifests: {
    id: string
    reference: string | null
    carrier: string | null
    consignments: number
    receivedAt: IsoInstant
    messageId: string | null
    problems: number
  }[]
  /** What was reported besides manifests, newest first. */
  documents: {
    id: string
    /** `stowage_plan`, `equipment_report`, `status_report`, `conveyance_report`. */
    kind: string
    /** Of terminals and gates: `discharged`, `gate_out` … */
    activity: string | null
    reference: string | null
    state: 'current' | 'replaced' | 'cancelled'
    sender: string
    records: number
    persons: { crew: number | null; passengers: number | null } | null
    filedAt: IsoInstant
    messageId: string | null
  }[]
  /** `null`: no plan, or nothing manifested to compare it with. */
  stowage: StowageView | null
  filters: ConveyanceFilters
  consignments: { rows: ConsignmentBrief[]; total: number; page: number; pages: number }
  events: CallEvent[]
  may: { addEvent: boolean; release: boolean }
}
