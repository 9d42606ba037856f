import { rows } from '#platform/tenancy/database'

/** Names of who may publish what this person wrote; at most 5. */
export async function listPublishers(authorPerson: string | null): Promise<string[]> {
  const found = await rows<{ name: string }>(
    `select distinct o.name
       from tenant.officers o
       join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = x.tenant_id and p.role_id = x.role_id
      where o.state = 'active' and p.permission = 'profiles.publish' and coalesce(o.same_person_as, o.id) is distinct from ?::uuid
      order by o.name limit 5`,
    [authorPerson]
  )
  return found.map(({ name }) => name)
}
