import type { IsoInstant } from '../../props/shared.js'

export interface ReferralsProps {
  /** Those that run now, the one that ends first at the top. */
  referrals: {
    id: string
    caseNumber: string
    agency: string
    purpose: string
    madeAt: IsoInstant
    endsAt: IsoInstant
    answered: boolean
  }[]
}
