import type { IsoInstant } from '../../props/shared.js'

export type HoldScope = 'consignment' | 'manifest' | 'party' | 'case' | 'period'

export interface HoldView {
  id: string
  scope: HoldScope
  subject: string | null
  from: IsoInstant | null
  until: IsoInstant | null
  reason: string
  authority: string
  setBy: string | null
  setAt: IsoInstant
  /** Set by the reader, who therefore cannot lift it. */
  mine: boolean
  liftedBy: string | null
  liftedAt: IsoInstant | null
  liftReason: string | null
}

export interface HoldsProps {
  scopes: HoldScope[]
  holds: HoldView[]
  may: { manage: boolean }
}
