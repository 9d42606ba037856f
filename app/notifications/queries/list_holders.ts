import type { Permission } from '#platform/access/permissions'
import { rows } from '#platform/tenancy/database'

/** Officers whose roles give them this permission. */
export async function listHolders(permission: Permission): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select distinct x.officer_id as id from tenant.officer_roles x
       join tenant.role_permissions p on p.role_id = x.role_id and p.permission = ? order by 1`,
    [permission]
  )
  return found.map(({ id }) => id)
}
