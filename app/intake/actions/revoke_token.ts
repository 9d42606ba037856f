import db from '@adonisjs/lucid/services/db'
import { recordAction } from '#platform/audit/record'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'

/** Ends a token at once; false when this administration has no such live token. */
export async function revokeToken(kid: string): Promise<boolean> {
  const revoked = await unitOfWork(async () => {
    const token = await firstRow<{ id: string }>(
      `update tenant.api_tokens set revoked_at = now() where kid = ? and revoked_at is null returning id`,
      [kid]
    )
    if (token) await recordRevoked(token.id, kid)
    return token !== null
  })
  if (revoked) await forgetTokens([kid])
  return revoked
}

/** Ends every live token of a sender, within the unit at hand; their ids, to be forgotten (`forgetTokens`) once it is done. */
export async function revokeTokensOf(senderId: string): Promise<readonly string[]> {
  const revoked = await rows<{ id: string; kid: string }>(
    `update tenant.api_tokens set revoked_at = now() where sender_id = ?::uuid and revoked_at is null returning id, kid`,
    [senderId]
  )
  for (const { id, kid } of revoked) await recordRevoked(id, kid)
  return revoked.map(({ kid }) => kid)
}

/** Takes tokens out of the directory that says which administration they are of. */
export async function forgetTokens(kids: readonly string[]): Promise<void> {
  await db
    .connection('control')
    .from('control.api_token_directory')
    .whereIn('kid', [...kids])
    .delete()
}

const recordRevoked = (id: string, kid: string) =>
  recordAction({ action: 'token.revoked', subject: { kind: 'token', id }, data: { kid } })
