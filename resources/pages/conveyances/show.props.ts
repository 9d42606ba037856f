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
  filters: ConveyanceFilters
  consignments: { rows: ConsignmentBrief[]; total: number; page: number; pages: number }
  events: CallEvent[]
  may: { addEvent: boolean; release: boolean }
}
