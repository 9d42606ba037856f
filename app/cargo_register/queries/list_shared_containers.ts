import { rows } from '#platform/tenancy/database'

/**
 * Containers that carry goods of more than one consignment of the same manifest, by manifest:
 * the weight of one consignment says nothing about how full such a box is.
 */
export async function listSharedContainers(manifestIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = await rows<{ manifest_id: string; key: string }>(
    `select c.manifest_id, n.key
       from tenant.consignments c
       join tenant.consignment_numbers n on n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment'
      where c.manifest_id = any (?::uuid[]) and c.state = 'filed'
      group by c.manifest_id, n.key having count(*) > 1`,
    [`{${[...new Set(manifestIds)].join(',')}}`]
  )
  const shared = new Map<string, Set<string>>()
  for (const { manifest_id: manifest, key } of found) shared.set(manifest, (shared.get(manifest) ?? new Set()).add(key))
  return shared
}
