import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

const LIVE = `s.until > now() and s.ended_at is null`

/** Mostly nothing is suppressed, and alerts are raised with every message. */
const anySuppressed = async (): Promise<boolean> =>
  (await firstRow<{ any: boolean }>(`select exists (select from tenant.alert_suppressions s where ${LIVE}) as any`))!
    .any

/**
 * Keeps what was just raised, and is suppressed, from asking anybody; returns what does ask. Highs and hard
 * alerts always ask.
 */
export async function suppressRaised<A extends { id: string }>(raised: readonly A[]): Promise<A[]> {
  if (raised.length === 0 || !(await anySuppressed())) return [...raised]
  const quiet = await rows<{ id: string; suppression: string }>(
    `with s as materialized (
       select s.id, s.threat, d.consignor_name, d.consignee_name from tenant.alert_suppressions s
         join tenant.alerts f on f.id = s.alert_id join tenant.consignments d on d.id = f.consignment_id where ${LIVE}),
     r as materialized (
       select a.id, s.id as suppression from unnest(?::uuid[]) as x (id) join tenant.alerts a on a.id = x.id
         join tenant.consignments c on c.id = a.consignment_id
         join s on s.threat = a.threat and s.consignor_name = c.consignor_name and s.consignee_name = c.consignee_name
        where a.band <> 'high' and a.because <> 'hard')
     update tenant.alerts a set state = 'suppressed', suppression_id = r.suppression, changed_at = now(), version = a.version + 1
       from r where a.id = r.id returning a.id, r.suppression`,
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
