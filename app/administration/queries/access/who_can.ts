import { rows } from '#platform/tenancy/database'

export interface Holder {
  id: string
  name: string
  state: string
  role: { name: string | null; nameKey: string | null }
  roleId: string
  units: string[]
  sites: string[]
  since: Date
  grantedBy: string | null
  confirmedBy: string | null
}

/** Who holds a permission, through which role and where; one line an officer and role. */
export const whoCan = (permission: string): Promise<Holder[]> =>
  rows(
    `select o.id, o.name, o.state, json_build_object('name', r.name, 'nameKey', r.name_key) as role, r.id as "roleId",
            array(select u.name from tenant.unit_officers m join tenant.units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
                   where m.officer_id = o.id and u.closed_at is null order by u.name) as units,
            array(select s.name from tenant.site_officers m join tenant.sites s on s.tenant_id = m.tenant_id and s.id = m.site_id
                   where m.officer_id = o.id and s.closed_at is null order by s.name) as sites,
            x.granted_at as since, g.name as "grantedBy", c.name as "confirmedBy"
       from tenant.role_permissions p
       join tenant.roles r on r.tenant_id = p.tenant_id and r.id = p.role_id
       join tenant.officer_roles x on x.tenant_id = r.tenant_id and x.role_id = r.id
       join tenant.officers o on o.tenant_id = x.tenant_id and o.id = x.officer_id and o.state <> 'disabled'
       left join tenant.officers g on g.tenant_id = x.tenant_id and g.id = x.granted_by
       left join tenant.officers c on c.tenant_id = x.tenant_id and c.id = x.confirmed_by
      where p.permission = ? order by o.name, o.id, r.code limit 1000`,
    [permission]
  )
