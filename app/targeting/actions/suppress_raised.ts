import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/**
 * Keeps what was just raised, and is suppressed, from asking anybody; returns what does ask. Highs and hard
 * alerts always ask.
 */
export async function suppressRaised<A extends { id: string }>(raised: readonly A[]): Promise<A[]> {
  if (raised.length === 0) return []
  const quiet = await rows<{ id: string; suppression: string }>(
    `update tenant.alerts a set state = 'suppressed', suppression_id = s.id, changed_at = now(), version = a.version + 1
       from tenant.consignments c, tenant.alert_suppressions s, tenant.alerts f, tenant.consignments d
      where a.id = any (?::uuid[]) and a.band <> 'high' and a.because <> 'hard' and c.id = a.consignment_id
        and s.threat = a.threat and s.until > now() and s.ended_at is null and f.id = s.alert_id and d.id = f.consignment_id
        and d.consignor_name = c.consignor_name and d.consignee_name = c.consignee_name
      returning a.id, s.id as suppression`,
    [raised.map(({ id }) => id)]
  )
  if (quiet.length === 0) return [...raised]
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, target)
     select ?, uuidv7(), q.id, 'suppressed', q.suppression from jsonb_to_recordset(?::jsonb) as q (id uuid, suppression uuid)`,
    [tenancy.current().administration.id, JSON.stringify(quiet)]
  )
  const ids = new Set(quiet.map(({ id }) => id))
  return raised.filter(({ id }) => !ids.has(id))
}
