import { rows } from '#platform/tenancy/database'

/**
 * Revisions that filed consignments stand at, history left out: at most `limit` after the given one, in order
 * of their ids.
 */
export async function filedRevisions(after: string | null, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select r.id from tenant.consignment_revisions r
       join tenant.consignments c on c.id = r.consignment_id and c.revision = r.revision
      where c.state = 'filed' and not c.historical and r.id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
      order by r.id limit ?`,
    [after, limit]
  )
  return found.map(({ id }) => id)
}
