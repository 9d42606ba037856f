import { rows } from '#platform/tenancy/database'
import type { AgencyKind } from '../../agency_kinds.js'

export interface Agency {
  id: string
  code: string
  name: string
  kind: AgencyKind
  open: boolean
}

/** Every partner agency by name, closed ones too: old referrals cite them. */
export const listAgencies = (): Promise<Agency[]> =>
  rows(`select id, code, name, kind, closed_at is null as open from tenant.agencies order by name, id limit 500`)
