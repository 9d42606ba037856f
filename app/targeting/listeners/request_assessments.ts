import { uuidv7 } from '#platform/database/uuid'
import { ring } from '#platform/queue/doorbell'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface RevisedConsignment {
  consignmentId: string
  revisionId: string
  effect: string
  historical: boolean
}

/**
 * Every revision is weighed; history is only counted, and what was withdrawn keeps its last weighing.
 * A request that is just being answered is waited for and made again: what changed meanwhile counts.
 */
export async function requestAssessments(payload: {
  revisions: readonly RevisedConsignment[]
  because?: string
}): Promise<void> {
  const due = payload.revisions.filter(
    (each) => !each.historical && each.effect !== 'removed' && each.effect !== 'cancelled'
  )
  if (due.length === 0) return
  await execute(
    `insert into tenant.assessment_requests (tenant_id, id, consignment_id, revision_id, because)
     select ?, r.id, r.consignment_id, r.revision_id, ? from jsonb_to_recordset(?::jsonb) as r (id uuid, consignment_id uuid, revision_id uuid)
     on conflict (tenant_id, revision_id, because) do update set requested_at = clock_timestamp()`,
    [
      tenancy.current().administration.id,
      payload.because ?? 'revised',
      JSON.stringify(
        due.map((each) => ({ id: uuidv7(), consignment_id: each.consignmentId, revision_id: each.revisionId }))
      ),
    ]
  )
  await ring('targeting')
}
