import db from '@adonisjs/lucid/services/db'
import { firstRow } from '#platform/tenancy/database'

/** Ends a token at once; false when this administration has no such live token. */
export async function revokeToken(kid: string): Promise<boolean> {
  const revoked = await firstRow(
    `update tenant.api_tokens set revoked_at = now() where kid = ? and revoked_at is null returning kid`,
    [kid]
  )
  if (revoked) await db.connection('control').from('control.api_token_directory').where('kid', kid).delete()
  return revoked !== null
}
