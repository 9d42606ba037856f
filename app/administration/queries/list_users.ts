import { rows } from '#platform/tenancy/database'

export interface UserRow {
  id: string
  name: string
  email: string
  roles: string[]
  state: 'active' | 'disabled'
}

/** Officers by name; at most 500. */
export async function listUsers(): Promise<UserRow[]> {
  return rows<UserRow>(
    `select o.id, o.name, o.email, o.state, coalesce(array_agg(r.code order by r.code) filter (where r.code is not null), '{}') as roles
       from tenant.officers o
       left join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
       left join tenant.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
      group by o.id, o.name, o.email, o.state order by o.name, o.id limit 500`
  )
}
