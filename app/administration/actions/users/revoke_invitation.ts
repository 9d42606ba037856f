import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { endInvitations } from './issue_invitation.js'

/** Takes an invitation back: its link opens nothing, and the officer stands as deactivated. */
export async function revokeInvitation(officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const changed = await execute(`update tenant.officers set state = 'disabled' where id = ? and state = 'invited'`, [
      officerId,
    ])
    if (changed === 0) return err(conflict('administration.not_invited'))
    await endInvitations(officerId)
    await recordAction({ action: 'invitation.revoked', subject: { kind: 'officer', id: officerId } })
    return ok(null)
  })
}
