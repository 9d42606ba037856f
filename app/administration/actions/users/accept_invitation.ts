import { err, ok, type Result } from '#core/kernel/result'
import { hashPassword } from '#platform/access/password'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { faultOfPassword } from '#platform/identity/password_policy'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { findInvitation, holdInvitation } from '../../queries/users/find_invitation.js'

export interface Acceptance {
  name: string
  password: string
}

/**
 * Uses an invitation up: the officer has the password that he chose and can sign in. `not_found`
 * for every token that opens nothing. The password is hashed before the row is held.
 */
export async function acceptInvitation(
  token: string,
  { name, password }: Acceptance,
  at = new Date()
): Promise<Result<{ email: string; filer: boolean }, Failure>> {
  const seen = await findInvitation(token, at)
  if (!seen) return err({ kind: 'not_found' })
  const fault = faultOfPassword(password, [seen.email, name, tenancy.current().administration.name])
  if (fault) return err(invalid('password', `administration.password_${fault}`))
  const hash = await hashPassword(password)
  return unitOfWork(async () => {
    const invitation = await holdInvitation(token, at)
    if (!invitation) return err({ kind: 'not_found' as const })
    await execute(`update tenant.invitations set used_at = ? where id = ?`, [at, invitation.id])
    await execute(`update tenant.officers set state = 'active', name = ?, password_hash = ? where id = ?`, [
      name,
      hash,
      invitation.officerId,
    ])
    await recordAction({
      action: 'officer.accepted',
      subject: { kind: 'officer', id: invitation.officerId },
      data: { invitation: invitation.id },
    })
    return ok({ email: invitation.email, filer: invitation.filer })
  })
}
