import type { IsoInstant } from '../../props/shared.js'

/** A share of arriving consignments in thousandths, and how they are inspected. */
export interface RateView {
  id: string
  perMille: number
  type: string
  askedBy: string
  confirmedBy: string | null
}

export interface DrawsProps {
  baseline: { now: RateView | null; asked: RateView | null }
  days: {
    day: string
    draws: number
    orders: number
    /** Draws for which nobody was able. */
    empty: number
    /** Orders whose drawn inspector two people changed. */
    changed: number
    revealedAt: IsoInstant | null
  }[]
  /** Its key stays sealed until it is over. */
  today: string
}
