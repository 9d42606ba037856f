import type { IsoInstant } from '../../props/shared.js'

export interface DrawsProps {
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
