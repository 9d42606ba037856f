import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { INVITATION_MS } from '../../invitation_terms.js'

/** A fresh invitation for who is invited; an earlier one opens nothing any more. */
export async function issueInvitation(officerId: string, actorId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const officer = await firstRow<{ state: string }>(`select state from tenant.officers where id = ? for update`, [
      officerId,
    ])
    if (!officer) return err({ kind: 'not_found' as const })
    if (officer.state !== 'invited') return err(conflict('administration.not_invited'))
    await endInvitations(officerId)
    const id = uuidv7()
    await execute(
      `insert into tenant.invitations (tenant_id, id, officer_id, invited_by, expires_at) values (?, ?, ?, ?, ?)`,
      [tenancy.current().administration.id, id, officerId, actorId, new Date(Date.now() + INVITATION_MS)]
    )
    await recordAction({
      action: 'invitation.issued',
      subject: { kind: 'officer', id: officerId },
      data: { invitation: id },
    })
    await ring('invitations')
    return ok(null)
  })
}

export const endInvitations = (officerId: string): Promise<number> =>
  execute(
    `update tenant.invitations set revoked_at = now() where officer_id = ? and used_at is null and revoked_at is null`,
    [officerId]
  )
