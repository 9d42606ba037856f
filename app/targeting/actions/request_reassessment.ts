import { ring } from '#platform/queue/doorbell'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** What changed, so that open cargo has to be weighed again. */
export type ReassessmentCause =
  'watch_list_changed' | 'profile_published' | 'profile_retired' | 'reference_list_changed' | 'plugins_changed'

/** A unit that asks writes a row a consignment on its way: seconds, where a busy port has a hundred thousand. */
export const REASSESSING = { statementTimeoutMs: 60_000 }

/**
 * Asks for a new weighing of every consignment that can still be acted on: filed, not historical, and
 * not arrived as far as we know. Called inside the unit that makes the change (`REASSESSING`); returns how many.
 */
export async function requestReassessment(because: ReassessmentCause): Promise<number> {
  await execute(`select set_config('lock_timeout', ?, true)`, [String(REASSESSING.statementTimeoutMs)])
  // A request that is being answered with the old edition holds its row: `do update` waits for it
  // and asks again, where `do nothing` would lose the change.
  const requested = await execute(
    `insert into tenant.assessment_requests (tenant_id, id, consignment_id, revision_id, because)
     select c.tenant_id, uuidv7(), c.id, c.revision_id, ?
       from tenant.consignments c
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where c.tenant_id = ? and c.state = 'filed' and not c.historical
        and coalesce(coalesce(k.arrived_at, k.eta) > now(), true)
      order by c.id
     on conflict (tenant_id, revision_id, because) do update set requested_at = clock_timestamp()`,
    [because, tenancy.current().administration.id]
  )
  if (requested > 0) await ring('targeting')
  return requested
}
