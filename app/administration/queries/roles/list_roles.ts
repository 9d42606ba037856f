import { firstRow, rows } from '#platform/tenancy/database'

export interface RoleRow {
  id: string
  code: string
  name: string | null
  nameKey: string | null
  description: string | null
  /** Code of the template it began as. */
  template: string | null
  /** It gets what its template gains. */
  follows: boolean
  permissions: string[]
  secondFactor: boolean
  idleMinutes: number
  absoluteMinutes: number
  members: number
}

/** Roles in the order of their codes, those made here last. */
export const listRoles = (): Promise<RoleRow[]> =>
  rows(
    `select r.id, r.code, r.name, r.name_key as "nameKey", r.description,
            r.requires_second_factor as "secondFactor", r.idle_minutes as "idleMinutes", r.absolute_minutes as "absoluteMinutes",
            coalesce(r.template, case when r.name_key is not null then r.code end) as template, r.follows_template as follows,
            array(select p.permission from tenant.role_permissions p where p.role_id = r.id order by p.permission) as permissions,
            (select count(*)::int from tenant.officer_roles x
               join tenant.officers o on o.tenant_id = x.tenant_id and o.id = x.officer_id and o.state <> 'disabled'
              where x.role_id = r.id) as members
       from tenant.roles r order by (r.name_key is null), r.code limit 500`
  )

export const getRole = async (id: string): Promise<RoleRow | null> =>
  (await listRoles()).find((role) => role.id === id) ?? null

export interface RoleMember {
  id: string
  name: string
  state: string
  grantedAt: Date
  grantedBy: string | null
}

export const listRoleMembers = (roleId: string): Promise<RoleMember[]> =>
  rows(
    `select o.id, o.name, o.state, x.granted_at as "grantedAt", g.name as "grantedBy"
       from tenant.officer_roles x
       join tenant.officers o on o.tenant_id = x.tenant_id and o.id = x.officer_id
       left join tenant.officers g on g.tenant_id = x.tenant_id and g.id = x.granted_by
      where x.role_id = ? order by o.name, o.id limit 500`,
    [roleId]
  )

/** Has anybody else the right to confirm? Else a request would wait for nobody. */
export async function somebodyElseConfirms(officerId: string): Promise<boolean> {
  const other = await firstRow(
    `select o.id from tenant.officers o
       join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = x.tenant_id and p.role_id = x.role_id and p.permission = 'roles.manage'
      where o.state = 'active' and coalesce(o.same_person_as, o.id) <>
            (select coalesce(m.same_person_as, m.id) from tenant.officers m where m.id = ?) limit 1`,
    [officerId]
  )
  return other !== null
}
