import { rows } from '#platform/tenancy/database'
import type { SiteKind } from '../../site_kinds.js'

export interface Site {
  id: string
  code: string
  name: string
  /** UN/LOCODE. */
  port: string | null
  kind: SiteKind
  open: boolean
}

/** Every site by name, closed ones too: old orders cite them. */
export const listSites = (): Promise<Site[]> =>
  rows(`select id, code, name, port, kind, closed_at is null as open from tenant.sites order by name, id limit 500`)

/** The open sites an officer works at, by name. */
export const sitesOf = (officerId: string): Promise<Site[]> =>
  rows(
    `select s.id, s.code, s.name, s.port, s.kind, true as open
       from tenant.site_officers m join tenant.sites s on s.tenant_id = m.tenant_id and s.id = m.site_id
      where m.officer_id = ? and s.closed_at is null order by s.name, s.id`,
    [officerId]
  )
