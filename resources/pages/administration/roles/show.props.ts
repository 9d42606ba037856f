import type { IsoInstant } from '../../../props/shared.js'

interface Minutes {
  idleMinutes: number
  absoluteMinutes: number
}

export interface RoleShowProps {
  role: {
    id: string
    name: string
    /** Its own name, where it does not bear its template's. */
    ownName: string | null
    description: string | null
    /** Name of the template it began as. */
    template: string | null
    permissions: string[]
    /** Permissions of its template it does not have. */
    lacks: string[]
  }
  /** What signing in with it takes, how long it lasts, and between which minutes that may be set. */
  terms: Minutes & { secondFactor: boolean; shortest: Minutes; longest: Minutes }
  /** Every permission once; texts `access.group_<code>`, `access.may_<permission>`. */
  groups: {
    code: string
    permissions: { permission: string; inTemplate: boolean | null; needsSecondPerson: boolean }[]
  }[]
  members: { id: string; name: string; state: string; grantedAt: IsoInstant; grantedBy: string | null }[]
  may: { edit: boolean; remove: boolean }
  /** The reader holds it himself: every change waits for a second person. */
  held: boolean
}
