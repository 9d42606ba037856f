import type { AmendmentMade } from '#core/facts/history'
import { rows } from '#platform/tenancy/database'

export interface WantedRevision {
  consignmentId: string
  revision: number
}

/** What each revision up to this one changed, in order; by consignment id. */
export async function amendmentsOf(wanted: readonly WantedRevision[]): Promise<Map<string, AmendmentMade[]>> {
  const amended = wanted.filter(({ revision }) => revision > 1)
  const found =
    amended.length === 0
      ? []
      : await rows<{ consignment_id: string; filed_at: Date; paths: string[] }>(
          `select r.consignment_id, r.filed_at, array(select distinct c ->> 'path' from jsonb_array_elements(r.changes) c order by 1) as paths
             from unnest(?::uuid[], ?::integer[]) as w (id, revision)
             join tenant.consignment_revisions r on r.consignment_id = w.id and r.revision <= w.revision and r.revision > 1
            order by r.consignment_id, r.revision`,
          [amended.map(({ consignmentId }) => consignmentId), amended.map(({ revision }) => revision)]
        )
  const byConsignment = new Map<string, AmendmentMade[]>()
  for (const { consignment_id: id, filed_at: at, paths } of found)
    byConsignment.set(id, [...(byConsignment.get(id) ?? []), { at: at.getTime(), paths }])
  return byConsignment
}
