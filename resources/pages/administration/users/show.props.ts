import type { IsoInstant } from '../../../props/shared.js'

interface Choice {
  id: string
  name: string
}

export interface UserShowProps {
  officer: {
    id: string
    name: string
    email: string
    locale: string
    state: 'active' | 'invited' | 'disabled'
    createdAt: IsoInstant
    lastSignInAt: IsoInstant | null
    /** Name of the first account of the same person. */
    samePersonAs: string | null
    /** The invitation that stands open. */
    invitation: { mailedAt: IsoInstant | null; expiresAt: IsoInstant; expired: boolean } | null
  }
  roles: { id: string; name: string; grantedAt: IsoInstant; grantedBy: string | null; confirmedBy: string | null }[]
  /** What this officer may do and through which roles; texts `access.group_*`, `access.may_*`. */
  permissions: { group: string; permissions: { permission: string; through: string[] }[] }[]
  units: Choice[]
  sites: Choice[]
  /** What went back to others when the officer was deactivated. */
  handovers: { kind: string; id: string; at: IsoInstant }[]
  choices: { roles: Choice[]; units: Choice[]; sites: Choice[] }
  may: {
    roles: boolean
    places: boolean
    /** A link for a new password, and the second factor taken away. */
    reset: boolean
    deactivate: boolean
    reactivate: boolean
    invite: boolean
    seeAlerts: boolean
    seeInspections: boolean
  }
  own: boolean
}
