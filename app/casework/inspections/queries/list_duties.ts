import { rows } from '#platform/tenancy/database'

interface DutyRow {
  siteId: string
  officerId: string
  name: string
  shifts: string[]
  types: string[]
}

/** Who can be drawn at each site, and for what; officers of the site who may not inspect are not among them. */
export const listDuties = (): Promise<DutyRow[]> =>
  rows(
    `select s.site_id as "siteId", o.id as "officerId", o.name, coalesce(d.shifts, '{}') as shifts, coalesce(d.types, '{}') as types
       from tenant.site_officers s join tenant.officers o on o.id = s.officer_id and o.state = 'active'
       left join tenant.inspector_duties d on d.site_id = s.site_id and d.officer_id = s.officer_id
      where exists (select 1 from tenant.officer_roles r join tenant.role_permissions q on q.role_id = r.role_id
              where r.officer_id = o.id and q.permission = 'inspections.record')
      order by s.site_id, o.name, o.id`
  )
