import { isPermission, type Permission } from '#platform/access/permissions'
import { rows } from '#platform/tenancy/database'
import type { AccessSnapshot } from '../../access/snapshot.js'

/** Who holds what now. Inside a unit that changes it, `holdAccess` comes first. */
export async function loadSnapshot(): Promise<AccessSnapshot> {
  const officers = await rows<{ id: string; person: string; name: string; roles: string[] }>(
    `select o.id, coalesce(o.same_person_as, o.id) as person, o.name,
            coalesce(array_agg(x.role_id::text) filter (where x.role_id is not null), '{}') as roles
       from tenant.officers o left join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
      where o.sender_id is null group by o.id, o.same_person_as, o.name order by o.name, o.id`
  )
  const roles = await rows<{ id: string; permissions: string[] }>(
    `select r.id, coalesce(array_agg(p.permission) filter (where p.permission is not null), '{}') as permissions
       from tenant.roles r left join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.id
      group by r.id`
  )
  const waived = await rows<{ conflict: string }>(`select conflict from tenant.conflict_waivers where ended_at is null`)
  return {
    officers,
    roles: new Map(roles.map(({ id, permissions }) => [id, permissions.filter(isPermission) as Permission[]])),
    waived: new Set(waived.map(({ conflict }) => conflict)),
  }
}
