import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { generatePassword, hashPassword } from '#platform/access/password'
import { endSessionsOfOperator } from '#platform/access/sessions'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { inTransaction } from '#platform/database/in_transaction'

/**
 * Takes every second factor of a locked-out operator away, and sets a new password where asked.
 * Only from the console of the machine; the act is in the platform's audit.
 * @returns the new password, or `null` when the old one stays; `false` without such an operator
 */
export async function resetOperatorFactor(email: string, newPassword: boolean): Promise<string | null | false> {
  const control = db.connection('control')
  const operator = await control.from('control.operators').where('email', email).select('id').first()
  if (!operator) return false
  const id = operator.id as string
  const password = newPassword ? generatePassword() : null
  const hash = password && (await hashPassword(password))
  await recordPlatformAction({
    action: 'operator.factor_reset',
    actor: { kind: 'system', id: 'console' },
    request: randomUUID(),
    subject: { kind: 'operator', id },
    data: { password: newPassword },
  })
  await inTransaction(control, async (transaction) => {
    for (const table of ['operator_totp', 'operator_passkeys', 'operator_recovery_codes'])
      await transaction.from(`control.${table}`).where('operator_id', id).delete()
    if (hash) await transaction.from('control.operators').where('id', id).update({ password_hash: hash })
  })
  await endSessionsOfOperator(id)
  return password
}
