import type { IsoInstant } from '../../props/shared.js'
import type { ToldResultView } from '../examinations/index.props.js'

export interface FindingView {
  id: string
  what: string
  place: string
  quantity: string | null
  unit: string | null
  /** Decimal string in `currency`. */
  value: string | null
  currency: string | null
  note: string | null
  recordedAt: IsoInstant
  /** Took the place of an earlier one. */
  corrects: boolean
}

/** A line of the checklist with what made it stand where it stands. */
export interface ChecklistLineView {
  code: string
  /** Finds here of all finds, on this lane in such boxes or in such boxes anywhere. */
  past: { finds: number; of: number; where: 'lane' | 'boxes'; last: IsoInstant | null } | null
  answer: 'clear' | 'not_possible' | 'found' | null
  reason: string | null
  answeredAt: IsoInstant | null
}

export interface AttachmentView {
  id: string
  /** `item:<code>`, `finding:<id>`, `exhibit:<id>`, or the order as a whole. */
  about: string | null
  fileName: string | null
  mediaType: string
  bytes: number
  sha256: string
  scan: 'clean' | 'not_scanned'
  attachedBy: string | null
  attachedAt: IsoInstant
}

export interface ExhibitView {
  id: string
  /** `<order>-<sequence>`, as on its label. */
  number: string
  description: string
  quantity: string | null
  unit: string | null
  findingId: string | null
  /** Oldest first; the last one has it. */
  custody: {
    reason: string
    holder: string
    place: string
    seal: string | null
    at: IsoInstant
    recordedBy: string
    hash: string
  }[]
  /** Position of the first entry that was tampered with; `null` when the chain holds. */
  brokenAt: number | null
  mayHandOver: boolean
}

export interface ReassignmentView {
  id: string
  from: string | null
  to: string
  reason: string
  state: 'waiting' | 'confirmed' | 'refused' | 'outdated'
  askedBy: string
  decidedBy: string | null
  askedAt: IsoInstant
  /** This reader may give the second word. */
  mayDecide: boolean
}

export interface InspectionShowProps {
  order: {
    id: string
    number: string
    site: string
    type: string
    equipment: string | null
    day: string | null
    shift: string | null
    usefulUntil: IsoInstant
    state: string
    inspector: string | null
    /** Who was drawn; `null` while nobody is able. */
    drawn: string | null
    drawnIsMe: boolean
    reviewer: string | null
    refusal: string | null
    /** Only for who may open consignments. */
    consignmentId: string | null
  }
  cargo: {
    bill: string | null
    goods: string[]
    packages: number | null
    grossWeightKg: number | null
    route: string[]
    boxes: { number: string; type: string | null; seals: string[] }[]
  }
  checklist: ChecklistLineView[]
  attachments: AttachmentView[]
  /** Changes of the drawn inspector, and who else is able: for who may ask for one. */
  assignment: { changes: ReassignmentView[]; able: { id: string; name: string }[] } | null
  exhibits: ExhibitView[]
  /** To whom an exhibit can be handed; only for who may hand one over. */
  keepers: { id: string; name: string }[]
  findings: FindingView[]
  /** The one that holds first. */
  outcomes: {
    id: string
    result: string
    judgement: string
    enforcement: string
    revenue: string | null
    currency: string | null
    /** `null`: not told. */
    minutes: number | null
    people: number | null
    cost: string | null
    reason: string | null
    note: string | null
    recordedAt: IsoInstant
    /** By a national system, and not by an inspector. */
    told: boolean
  }[]
  /** What national systems told for this order; only for who may read outcomes. */
  told: ToldResultView[]
  history: { id: string; kind: string; by: string | null; reason: string | null; note: string | null; at: IsoInstant }[]
  /** Why it was made, once it is over and for who may know; empty otherwise. */
  origins: { kind: 'alert' | 'officer' | 'random'; orderedBy: string | null; overBooked: string | null }[]
  currency: string
  codes: {
    refusals: string[]
    what: string[]
    places: string[]
    units: string[]
    results: { result: string; judgements: string[] }[]
    enforcements: string[]
    notExamined: string[]
    notPossible: string[]
    custody: string[]
  }
  may: {
    accept: boolean
    refuse: boolean
    start: boolean
    record: boolean
    review: boolean
    cancel: boolean
    reassign: boolean
    drawAgain: boolean
  }
}
