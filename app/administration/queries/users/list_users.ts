import { rows } from '#platform/tenancy/database'

export const USERS_PER_PAGE = 50
export const OFFICER_STATES = ['active', 'invited', 'disabled'] as const
export type OfficerState = (typeof OFFICER_STATES)[number]

export interface UserFilter {
  q: string | null
  role: string | null
  unit: string | null
  state: string | null
  page: number
}

export interface RoleWords {
  id: string
  name: string | null
  nameKey: string | null
}

export interface UserRow {
  id: string
  name: string
  email: string
  state: OfficerState
  roles: RoleWords[]
  units: string[]
  total: number
}

/** Officers by name, a page at a time; `total` counts all that the filter finds. */
export async function listUsers(filter: UserFilter): Promise<{ users: UserRow[]; total: number }> {
  const users = await rows<UserRow>(
    `select o.id, o.name, o.email, o.state, count(*) over ()::int as total,
            coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'nameKey', r.name_key) order by r.code)
               from tenant.officer_roles x join tenant.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
              where x.officer_id = o.id), '[]') as roles,
            array(select u.name from tenant.unit_officers m join tenant.units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
                   where m.officer_id = o.id and u.closed_at is null order by u.name) as units
       from tenant.officers o
      where o.sender_id is null and (?::text is null or o.name ilike ? or o.email ilike ?)
        and (?::text is null or o.state = ?)
        and (?::text is null or exists (select 1 from tenant.officer_roles x where x.officer_id = o.id and x.role_id::text = ?))
        and (?::text is null or exists (select 1 from tenant.unit_officers m where m.officer_id = o.id and m.unit_id::text = ?))
      order by o.name, o.id limit 50 offset ?`,
    [
      ...[filter.q, like(filter.q), like(filter.q)],
      ...[filter.state, filter.state],
      ...[filter.role, filter.role],
      ...[filter.unit, filter.unit],
      (filter.page - 1) * USERS_PER_PAGE,
    ]
  )
  return { users, total: users[0]?.total ?? 0 }
}

const like = (text: string | null) => (text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`)

/** Names to choose from. */
export const listOfficerNames = (): Promise<{ id: string; name: string }[]> =>
  rows(
    `select id, name from tenant.officers where state <> 'disabled' and sender_id is null order by name, id limit 1000`
  )
