import { rows } from '#platform/tenancy/database'
import type { TriageFilters } from '../triage_filters.js'

export interface DeskView {
  id: string
  name: string
  filters: Partial<TriageFilters>
  /** Name of the unit it is shared with. */
  unit: string | null
  own: boolean
}

/** Saved queues of an officer and of their open units, by name. */
export const listDeskViews = (officerId: string): Promise<DeskView[]> =>
  rows<DeskView>(
    `select v.id, v.name, v.filters, u.name as unit, v.officer_id = ? as own from tenant.desk_views v
       left join tenant.units u on u.tenant_id = v.tenant_id and u.id = v.unit_id
      where v.officer_id = ? or (u.closed_at is null and exists (select 1 from tenant.unit_officers m where m.unit_id = v.unit_id and m.officer_id = ?))
      order by v.name, v.id limit 100`,
    [officerId, officerId, officerId]
  )

/** Open units an officer works in: those a view can be shared with. */
export const unitsOfOfficer = (officerId: string): Promise<{ id: string; name: string }[]> =>
  rows(
    `select u.id, u.name from tenant.units u join tenant.unit_officers m on m.tenant_id = u.tenant_id and m.unit_id = u.id
      where m.officer_id = ? and u.closed_at is null order by u.name, u.id limit 100`,
    [officerId]
  )
