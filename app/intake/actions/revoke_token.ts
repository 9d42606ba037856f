import db from '@adonisjs/lucid/services/db'
import { recordAction } from '#platform/audit/record'
import { firstRow, unitOfWork } from '#platform/tenancy/database'

/** Ends a token at once; false when this administration has no such live token. */
export async function revokeToken(kid: string): Promise<boolean> {
  const revoked = await unitOfWork(async () => {
    const token = await firstRow<{ id: string }>(
      `update tenant.api_tokens set revoked_at = now() where kid = ? and revoked_at is null returning id`,
      [kid]
    )
    if (token) await recordAction({ action: 'token.revoked', subject: { kind: 'token', id: token.id }, data: { kid } })
    return token !== null
  })
  if (revoked) await db.connection('control').from('control.api_token_directory').where('kid', kid).delete()
  return revoked
}
