import type { IsoInstant } from '../../props/shared.js'

export interface TravellerSwitchProps {
  reads: boolean
  /** Of what stands; 0: nobody decided yet. */
  revision: number
  /** What was decided, the latest first. */
  revisions: {
    revision: number
    reads: boolean
    /** The law; of an end, why. May be empty then. */
    basis: string
    changedBy: string | null
    changedAt: IsoInstant
  }[]
  stored: { lists: number; travellers: number; since: IsoInstant | null }
  /** `retention`: may open the page of retention times. */
  may: { retention: boolean }
}
