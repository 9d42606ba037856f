import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { writeRequestEvent } from './write_request_event.js'

/** Says to the history what was corrected or agreed; sealed, because it names people. */
export async function noteRequest(id: string, note: string, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const request = await firstRow<{ closed: boolean }>(
      `select closed_at is not null as closed from tenant.subject_requests where id = ?`,
      [id]
    )
    if (!request) return err({ kind: 'not_found' })
    if (request.closed) return err(conflict('privacy.request_closed'))
    await writeRequestEvent(id, 'noted', officerId, { note })
    await recordAction({ action: 'subject_request.noted', subject: { kind: 'subject_request', id } })
    return ok(null)
  })
}

/** Answered, or refused with the reason that the law gives. */
export async function closeRequest(
  id: string,
  { refused, note }: { refused: boolean; note: string },
  officerId: string
): Promise<Result<null, Failure>> {
  const state = refused ? 'refused' : 'answered'
  return unitOfWork(async () => {
    if (!(await firstRow(`select 1 from tenant.subject_requests where id = ?`, [id]))) return err({ kind: 'not_found' })
    const closed = await execute(
      `update tenant.subject_requests set state = ?, closed_at = now() where id = ? and closed_at is null and state = 'found'`,
      [state, id]
    )
    if (closed === 0) return err(conflict('privacy.not_to_be_closed'))
    await writeRequestEvent(id, state, officerId, { note })
    await recordAction({ action: 'subject_request.closed', subject: { kind: 'subject_request', id }, data: { state } })
    return ok(null)
  })
}
