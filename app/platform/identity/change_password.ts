import { err, ok, type Result } from '#core/kernel/result'
import { hashPassword, verifyPassword } from '#platform/access/password'
import { revokeOtherSessions } from '#platform/access/sessions'
import { countFailure, forgetFailures, lockedFor } from '#platform/access/sign_in_throttle'
import { postLetter } from './letters.js'
import { faultOfPassword } from './password_policy.js'
import type { Person } from './person.js'

export interface PasswordRefusal {
  field: 'current' | 'password'
  key: string
  params: Record<string, string | number>
}

/** A new password for who knows the old one; every other session ends. */
export async function changePassword(
  person: Person,
  input: { current: string; password: string; ip: string },
  sessionId: string
): Promise<Result<null, PasswordRefusal>> {
  const account = `${person.base}/${person.email}`
  const seconds = await lockedFor(account, input.ip)
  if (seconds > 0)
    return err({ field: 'current', key: 'session.notice_locked', params: { minutes: Math.ceil(seconds / 60) } })
  if (!(await verifyPassword(await person.factors.passwordHash(), input.current))) {
    await countFailure(account, input.ip)
    return err({ field: 'current', key: 'identity.wrong_password', params: {} })
  }
  await forgetFailures(account, input.ip)
  const fault = faultOfPassword(input.password, person.ownWords)
  if (fault) return err({ field: 'password', key: `identity.password_${fault}`, params: {} })
  const hash = await hashPassword(input.password)
  await person.factors.together(async () => {
    await person.factors.record('password.changed')
    await person.factors.savePassword(hash)
    if (person.kind === 'officer') await postLetter(person.id, 'password_changed')
  })
  await revokeOtherSessions(person.sessions, sessionId)
  return ok(null)
}
