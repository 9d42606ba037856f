import type { IsoInstant } from '../../props/shared.js'

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
  findings: FindingView[]
  /** The one that holds first. */
  outcomes: {
    id: string
    result: string
    judgement: string
    enforcement: string
    revenue: string | null
    currency: string | null
    minutes: number
    reason: string | null
    note: string | null
    recordedAt: IsoInstant
  }[]
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
  }
  may: { accept: boolean; refuse: boolean; start: boolean; record: boolean; review: boolean; cancel: boolean }
}
