import type { IsoInstant } from '../../props/shared.js'

export interface DrawDayProps {
  day: string
  /** Only then can its key be told. */
  over: boolean
  /** Who took part in the random baseline; what was drawn once the key is revealed. */
  baseline: { took: number; drawn: number | null; ordered: number | null; undrawn: number | null }
  reveals: { kid: string; dayKey: string; by: string; at: IsoInstant }[]
  draws: {
    id: string
    orderId: string
    number: string
    round: number
    reason: string
    names: string[]
    drawn: string | null
    at: IsoInstant
    /** Computed again with the revealed key. */
    check: 'sealed' | 'holds' | 'differs'
  }[]
}
