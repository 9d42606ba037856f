import type { IsoInstant } from '../../props/shared.js'

export interface WhoProps {
  groups: { code: string; permissions: string[] }[]
  permission: string
  holders: {
    id: string
    name: string
    state: string
    role: string
    roleId: string
    units: string[]
    sites: string[]
    since: IsoInstant
    grantedBy: string | null
    confirmedBy: string | null
  }[]
  /** Open the print dialogue; the audit has noted it. */
  print: boolean
  at: IsoInstant
}
