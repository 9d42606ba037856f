import limiter from '@adonisjs/limiter/services/main'
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#core/kernel/result'
import { hashPassword } from '#platform/access/password'
import { endSessionsOf } from '#platform/access/sessions'
import { recordAction } from '#platform/audit/record'
import { postLetter, takeLink, whoseLink, type LetterKind } from '#platform/identity/letters'
import { faultOfPassword, type PasswordFault } from '#platform/identity/password_policy'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

const AN_HOUR = 3

/** Asks for a link by mail. Nothing tells whether there is such an officer: not the answer, and the mail goes out later (T75). */
export async function requestPasswordReset(email: string): Promise<void> {
  const { administration } = tenancy.current()
  const account = createHash('sha256').update(`${administration.id}/${email}`).digest('base64url')
  const asked = await limiter.use({ requests: AN_HOUR, duration: '1 hour' }).increment(`reset:${account}`)
  const officer = await firstRow<{ id: string }>(
    `select id from tenant.officers where email = ? and state = 'active'`,
    [email]
  )
  if (!officer || asked.consumed > AN_HOUR) return
  await unitOfWork(async () => {
    await recordAction({ action: 'password.reset_asked', subject: { kind: 'officer', id: officer.id } })
    await postLetter(officer.id, 'password_reset')
  })
}

export interface ResetAccount {
  id: string
  name: string
  email: string
  /** Answers for a filer and signs in at the portal. */
  filer: boolean
}

/** Whose link this is, while it is good; asking uses nothing up. */
export async function accountOfLink(kind: LetterKind, token: string): Promise<ResetAccount | null> {
  const owner = await whoseLink(kind, token)
  if (!owner) return null
  return firstRow(
    `select id, name, email, sender_id is not null as filer from tenant.officers where id = ? and state = 'active'`,
    [owner]
  )
}

export type ResetRefusal = { reason: 'link' } | { reason: 'password'; fault: PasswordFault }

/**
 * A new password by a link that is good once. It signs nobody in and touches no factor: who has
 * one is asked for it at the next sign-in as ever. Every session ends. Says whose account it is.
 */
export async function resetPassword(token: string, password: string): Promise<Result<ResetAccount, ResetRefusal>> {
  const account = await accountOfLink('password_reset', token)
  if (!account) return err({ reason: 'link' })
  const { administration } = tenancy.current()
  const fault = faultOfPassword(password, [administration.code, administration.name, account.name, account.email])
  if (fault) return err({ reason: 'password', fault })
  const hash = await hashPassword(password)
  const taken = await unitOfWork(async () => {
    const id = await takeLink('password_reset', token)
    if (!id) return false
    await execute(`update tenant.officers set password_hash = ? where id = ?`, [hash, id])
    await recordAction({ action: 'password.reset', subject: { kind: 'officer', id } })
    await postLetter(id, 'password_changed')
    return true
  })
  if (!taken) return err({ reason: 'link' })
  await endSessionsOf(administration.id, account.id)
  return ok(account)
}

/** "This was not me": every session ends, the browsers are unknown again, and a link for a new password follows. */
export async function disownDevice(token: string): Promise<Result<null, 'link'>> {
  const officer = await unitOfWork(async () => {
    const id = await takeLink('new_device', token)
    if (!id) return null
    await execute(`delete from tenant.officer_devices where officer_id = ?`, [id])
    await recordAction({ action: 'device.disowned', subject: { kind: 'officer', id } })
    await postLetter(id, 'password_reset')
    return id
  })
  if (!officer) return err('link')
  await endSessionsOf(tenancy.current().administration.id, officer)
  return ok(null)
}
