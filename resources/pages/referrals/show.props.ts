import type { IsoInstant } from '../../props/shared.js'

/** Of a consignment that was shared: each key only where that part was. */
export interface SharedConsignment {
  /** Its place in this referral, from 1: it has a name also where nothing else is said of it. */
  position: number
  cargo?: {
    bill: string | null
    goods: string | null
    boxes: string[]
    ship: string | null
    voyage: string | null
    port: string | null
    arrives: IsoInstant | null
    arrived: boolean
  }
  parties?: { consignor: string | null; consignee: string | null }
  /** Threats it was selected for, and why: indicators by their title. `others`: reasons that are not told outside. */
  reasons?: { threat: string; titles: string[]; others: number }[]
  findings?: {
    type: string
    result: string | null
    found: {
      what: string
      place: string
      quantity: string | null
      unit: string | null
      value: string | null
      currency: string | null
    }[]
  }[]
}

export interface SharedFile {
  id: string
  fileName: string | null
  mediaType: string
  bytes: number
}

/** A case as a partner agency sees it, and nothing else of it. */
export interface ReferralShowProps {
  referral: {
    id: string
    caseNumber: string
    agency: string
    purpose: string
    basis: string
    basisReference: string
    message: string
    parts: string[]
    madeAt: IsoInstant
    endsAt: IsoInstant
  }
  consignments: SharedConsignment[]
  files: SharedFile[]
  /** What this agency answered, and the files it sent with it. */
  answers: { id: string; result: string; words: string; by: string; at: IsoInstant }[]
  sent: SharedFile[]
  results: string[]
}
