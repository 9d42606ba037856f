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

/** One person of the lists, as `GET /conveyances/<id>/travellers` answers. */
export interface TravellerView {
  id: string
  list: { id: string; filedAt: IsoInstant }
  /** Who asked that their processing be restricted. */
  restricted: boolean
  /** `null`: no longer kept. */
  person: {
    kind: 'passenger' | 'crew' | null
    transit: boolean
    familyName: string | null
    givenNames: string | null
    sex: 'female' | 'male' | 'unspecified' | null
    /** A day, as filed. */
    bornOn: string | null
    nationality: string | null
    residence: string | null
    embarkation: string | null
    disembarkation: string | null
    reservation: string | null
    documents: { type: string; number: string | null; issuer: string | null; expiresOn: string | null }[]
  } | null
}

export interface TravellersOpened {
  travellers: TravellerView[]
  /** Where the next page begins; `null` at the end. */
  next: number | null
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
    /** `stowage_plan`, `equipment_report`, `status_report`, `conveyance_report`, `traveller_list`. */
    kind: string
    /** Of terminals and gates: `discharged`, `gate_out` …; of lists of travellers: `passenger`, `crew`. */
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
  /** Travellers kept in the lists that stand; `null` where none are, or where lists are not read. */
  travellers: { count: number; purposes: string[] } | null
  filters: ConveyanceFilters
  consignments: { rows: ConsignmentBrief[]; total: number; page: number; pages: number }
  events: CallEvent[]
  may: { addEvent: boolean; release: boolean; openTravellers: boolean }
}
