import type { IsoInstant } from '../../props/shared.js'

export type RevisionState = 'draft' | 'live' | 'retired'

export interface ProfilesProps {
  profiles: {
    id: string
    name: string
    threat: string
    /** `null`: never published. */
    liveRevision: number | null
    draftRevision: number | null
    conditions: number
    author: string | null
    changedAt: IsoInstant
    /** Consignments it applied to and open alerts, last 7 days. */
    applied: number | null
    alerts: number | null
  }[]
  threats: string[]
  may: { create: boolean }
}
