import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { changeHash, subjectOf, type AccessChange } from '../../access/change.js'
import { explain } from '../../access/explain.js'
import { judge } from '../../access/judge.js'
import { loadSnapshot } from '../../queries/access/load_snapshot.js'
import { applyChange } from './apply_change.js'
import { holdAccess } from './hold_access.js'

/** Does the change at once, keeps it for a second person, or says why it is refused. */
export async function proposeChange(change: AccessChange, actorId: string): Promise<Result<'done' | 'waits', Failure>> {
  return unitOfWork(async () => {
    await holdAccess()
    const snapshot = await loadSnapshot()
    const verdict = judge(snapshot, change, actorId)
    if (verdict.is === 'held') return keep(change, actorId)
    if (verdict.is !== 'allowed') return err(explain(snapshot, verdict))
    await applyChange(change, { requestedBy: actorId, confirmedBy: null })
    return ok('done' as const)
  })
}

/** One request a subject at a time: what it would do is read against what stands. */
async function keep(change: AccessChange, actorId: string): Promise<Result<'waits', Failure>> {
  const id = uuidv7()
  const kept = await execute(
    `insert into tenant.grant_requests (tenant_id, id, kind, subject_id, change, content_hash, requested_by)
     values (?, ?, ?, ?, ?::jsonb, ?, ?)
     on conflict (tenant_id, subject_id) where state = 'waiting' do nothing`,
    [
      tenancy.current().administration.id,
      id,
      change.kind,
      subjectOf(change),
      JSON.stringify(change),
      changeHash(change),
      actorId,
    ]
  )
  if (kept === 0) return err(conflict('administration.waits_already'))
  await recordAction({
    action: 'grant.requested',
    subject: { kind: change.kind, id: subjectOf(change) },
    data: { request: id, hash: changeHash(change) },
  })
  return ok('waits')
}
