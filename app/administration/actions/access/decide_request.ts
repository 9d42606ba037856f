import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { changeHash, subjectOf } from '../../access/change.js'
import { explain } from '../../access/explain.js'
import { judge, whyNotConfirm } from '../../access/judge.js'
import { holdGrantRequest, type GrantRequest } from '../../queries/access/get_grant_request.js'
import { loadSnapshot } from '../../queries/access/load_snapshot.js'
import { applyChange } from './apply_change.js'
import { holdAccess } from './hold_access.js'

type Decision = Result<null, Failure>

/**
 * The second person says yes to exactly what was asked, if it still may be done: the hash that was
 * read, the hash that was stored and the content must be one, and the rules are asked again (T30).
 */
export async function confirmRequest(id: string, hash: string, officerId: string): Promise<Decision> {
  return unitOfWork(async () => {
    await holdAccess()
    const request = await holdGrantRequest(id)
    if (!request) return err({ kind: 'not_found' as const })
    const snapshot = await loadSnapshot()
    if (await isSuspended(officerId)) return err(forbidden('administration.confirm_suspended'))
    const own = whyNotConfirm(snapshot, request.change, request.requestedBy, officerId)
    if (own) return err(forbidden(`administration.confirm_${own}`))
    if (request.state !== 'waiting') return err(conflict('administration.request_decided'))
    if (hash !== request.contentHash || changeHash(request.change) !== request.contentHash)
      return err(conflict('administration.request_changed'))
    const verdict = judge(snapshot, request.change, request.requestedBy)
    if (verdict.is === 'refused' || verdict.is === 'conflict') {
      if (verdict.is === 'refused') await close(request, 'outdated', officerId)
      return err(explain(snapshot, verdict))
    }
    await close(request, 'confirmed', officerId)
    await applyChange(request.change, { requestedBy: request.requestedBy, confirmedBy: officerId })
    return ok(null)
  })
}

/** The second person says no, or who asked takes it back. */
export async function turnDownRequest(id: string, officerId: string): Promise<Decision> {
  return unitOfWork(async () => {
    const request = await holdGrantRequest(id)
    if (!request) return err({ kind: 'not_found' as const })
    if (request.state !== 'waiting') return err(conflict('administration.request_decided'))
    await close(request, request.requestedBy === officerId ? 'withdrawn' : 'refused', officerId)
    return ok(null)
  })
}

/** Somebody reset this account's way in less than a day ago: it may be that somebody who confirms (T07). */
const isSuspended = async (officerId: string): Promise<boolean> =>
  (await firstRow(`select id from tenant.officers where id = ? and approvals_suspended_until > now()`, [officerId])) !==
  null

async function close(
  request: GrantRequest,
  state: 'confirmed' | 'refused' | 'withdrawn' | 'outdated',
  officerId: string
): Promise<void> {
  await execute(`update tenant.grant_requests set state = ?, decided_by = ?, decided_at = now() where id = ?`, [
    state,
    officerId,
    request.id,
  ])
  await recordAction({
    action: `grant.${state}`,
    subject: { kind: request.change.kind, id: subjectOf(request.change) },
    data: { request: request.id, hash: request.contentHash, requestedBy: request.requestedBy },
  })
}
