import db from '@adonisjs/lucid/services/db'
import { err, ok, type Result } from '#core/kernel/result'
import { loadOperator, type Operator } from '#platform/access/operator_provider'
import { verifyPassword } from '#platform/access/password'
import { countFailure, forgetFailures, lockedFor } from '#platform/access/sign_in_throttle'

export type OperatorSignInFailure = { reason: 'wrong' } | { reason: 'locked'; seconds: number }

export async function verifyOperator(
  email: string,
  password: string,
  ip: string
): Promise<Result<Operator, OperatorSignInFailure>> {
  const account = `platform/${email}`
  const seconds = await lockedFor(account, ip)
  if (seconds > 0) return err({ reason: 'locked', seconds })
  const row = await db
    .connection('auth')
    .from('control.operators')
    .where('email', email)
    .whereNull('disabled_at')
    .first()
  const matches = await verifyPassword(row?.password_hash ?? null, password)
  const operator = matches ? await loadOperator(row.id) : null
  if (!operator) {
    await countFailure(account, ip)
    return err({ reason: 'wrong' })
  }
  await forgetFailures(account, ip)
  return ok(operator)
}
