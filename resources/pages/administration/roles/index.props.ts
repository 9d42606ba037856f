import type { IsoInstant } from '../../../props/shared.js'

export interface RolesProps {
  roles: {
    id: string
    name: string
    description: string | null
    template: string | null
    members: number
    permissions: number
    /** How many permissions of its template it does not have. */
    lacks: number
  }[]
  templates: { code: string; name: string }[]
  /** What waits for a second person, then what was decided in the last 30 days. */
  requests: {
    id: string
    kind: 'officer_roles' | 'role_permissions' | 'conflict_waiver'
    /** Who or what it is about, in words. */
    subject: string
    added: string[]
    removed: string[]
    reason: string | null
    hash: string
    state: string
    requestedBy: string
    requestedAt: IsoInstant
    decidedBy: string | null
    decidedAt: IsoInstant | null
    /** Asked by the reader. */
    own: boolean
    whyNotConfirm: 'own_request' | 'own_grant' | null
  }[]
  /** Conflicts of duty with who holds either side; `none` where nobody does. */
  conflicts: {
    code: string
    waivable: boolean
    one: string
    other: string
    waiver: { reason: string; requestedBy: string; confirmedBy: string; startedAt: IsoInstant } | null
  }[]
  /** Is there anybody who could confirm what the reader asks? */
  somebodyElse: boolean
  may: { manage: boolean }
}
