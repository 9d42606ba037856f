import { firstRow, rows } from '#platform/tenancy/database'
import type { UnitScope } from '#platform/tenancy/unit_scope'
import { loadScope } from './load_scope.js'
import type { Permission } from './permissions.js'

/** A user of an administration, with everything policies ask. */
export interface Officer {
  id: string
  administrationId: string
  email: string
  name: string
  locale: string
  roles: readonly string[]
  permissions: ReadonlySet<Permission>
  /** Ports and threats of the officer's units; `null` is the whole administration. */
  scope: UnitScope
}

/** The active officer with this id in the current administration, else `null`. */
export async function loadOfficer(id: string): Promise<Officer | null> {
  const row = await firstRow<{ id: string; tenant_id: string; email: string; name: string; locale: string }>(
    `select id, tenant_id, email, name, locale from tenant.officers where id = ? and state = 'active'`,
    [id]
  )
  if (!row) return null
  const granted = await rows<{ code: string; permission: string | null }>(
    `select r.code, p.permission from tenant.officer_roles o
       join tenant.roles r on r.tenant_id = o.tenant_id and r.id = o.role_id
       left join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.id
      where o.officer_id = ?`,
    [id]
  )
  return {
    id: row.id,
    administrationId: row.tenant_id,
    email: row.email,
    name: row.name,
    locale: row.locale,
    roles: [...new Set(granted.map((grant) => grant.code))].sort(),
    permissions: new Set(granted.flatMap((grant) => (grant.permission ? [grant.permission as Permission] : []))),
    scope: await loadScope(id),
  }
}
