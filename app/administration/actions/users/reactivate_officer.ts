import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'

/**
 * Lets an officer in again with the roles of before. One who never accepted has no password: the
 * state goes back to invited, and a new invitation can be sent.
 */
export async function reactivateOfficer(id: string, actorId: string): Promise<Result<null, Failure>> {
  if (id === actorId) return err(forbidden('administration.own_account'))
  return unitOfWork(async () => {
    if (!(await firstRow(`select id from tenant.officers where id = ?`, [id])))
      return err({ kind: 'not_found' as const })
    const changed = await execute(
      `update tenant.officers set state = case when password_hash is null then 'invited' else 'active' end
        where id = ? and state = 'disabled'`,
      [id]
    )
    if (changed === 0) return err(conflict('administration.active_already'))
    await recordAction({ action: 'officer.reactivated', subject: { kind: 'officer', id } })
    return ok(null)
  })
}
