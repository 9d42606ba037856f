import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { forgetTokens, revokeTokensOf } from '../revoke_token.js'

/**
 * Nothing more comes through its tokens, which end at once, and it is not answered. A message that names it and
 * comes another way is read all the same: cargo is never lost over who filed it.
 */
export async function closeSender(id: string): Promise<Result<null, Failure>> {
  const closed = await unitOfWork(async (): Promise<Result<readonly string[], Failure>> => {
    if (!(await exists(id))) return err({ kind: 'not_found' })
    const changed = await execute(
      `update tenant.senders set closed_at = now() where id = ?::uuid and closed_at is null`,
      [id]
    )
    if (changed === 0) return err(conflict('senders.unchanged'))
    const tokens = await revokeTokensOf(id)
    await recordAction({
      action: 'sender.closed',
      subject: { kind: 'sender', id },
      data: { tokens: tokens.length },
    })
    return ok(tokens)
  })
  if (!closed.ok) return closed
  await forgetTokens(closed.value)
  return ok(null)
}

/** Its answers and its declaration count again; the tokens it had stay ended. */
export async function reopenSender(id: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await exists(id))) return err({ kind: 'not_found' as const })
    const changed = await execute(
      `update tenant.senders set closed_at = null where id = ?::uuid and closed_at is not null`,
      [id]
    )
    if (changed === 0) return err(conflict('senders.unchanged'))
    await recordAction({ action: 'sender.reopened', subject: { kind: 'sender', id } })
    return ok(null)
  })
}

const exists = (id: string) => firstRow(`select 1 from tenant.senders where id = ?::uuid`, [id])
