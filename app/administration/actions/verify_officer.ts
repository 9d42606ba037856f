import db from '@adonisjs/lucid/services/db'
import { err, ok, type Result } from '#core/kernel/result'
import { loadOfficer, type Officer } from '#platform/access/officer'
import { verifyPassword } from '#platform/access/password'
import { countFailure, forgetFailures, lockedFor } from '#platform/access/sign_in_throttle'
import { recordAction } from '#platform/audit/record'
import { connectionName } from '#platform/database/connections'
import { tenancy } from '#platform/tenancy/tenant_context'

export type SignInFailure = { reason: 'wrong' } | { reason: 'locked'; seconds: number }

export const verifyOfficer = (email: string, password: string, ip: string): Promise<Result<Officer, SignInFailure>> =>
  verifyAccount(email, password, ip, loadOfficer)

/**
 * Finds an account by e-mail in the current administration; unknown and wrong cost and answer the same, and so
 * does one that `load` does not know: an officer at the filers' door, a filer at the officers'.
 */
export async function verifyAccount<T>(
  email: string,
  password: string,
  ip: string,
  load: (id: string) => Promise<T | null>
): Promise<Result<T, SignInFailure>> {
  const { administration } = tenancy.current()
  const name = `${administration.code}/${email}`
  const seconds = await lockedFor(name, ip)
  if (seconds > 0) return err({ reason: 'locked', seconds })

  const found = (await db
    .connection(connectionName('auth', administration.placement))
    .rawQuery('select id, password_hash, state from tenant.find_officer_for_sign_in(?, ?)', [
      administration.id,
      email,
    ])) as {
    rows: { id: string; password_hash: string; state: string }[]
  }
  const row = found.rows[0]
  const matches = await verifyPassword(row?.password_hash ?? null, password)
  const account = matches && row?.state === 'active' ? await load(row.id) : null
  if (!account) {
    await countFailure(name, ip)
    // Throttled tries leave no entry: there may be any number of them, from anybody.
    await recordAction({ action: 'session.refused', ...(row ? { subject: { kind: 'officer', id: row.id } } : {}) })
    return err({ reason: 'wrong' })
  }
  await forgetFailures(name, ip)
  return ok(account)
}
