import { err, ok, type Result } from '#core/kernel/result'
import type { Permission } from '#platform/access/permissions'
import { endSessionsOf } from '#platform/access/sessions'
import { recordAction, type AuditedAction } from '#platform/audit/record'
import { postLetter, type LetterKind } from '#platform/identity/letters'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** `inactive`: who is invited or shut out has no way in that could be reset. */
export type ResetOfAnotherRefusal = 'own' | 'unknown' | 'inactive'

const AUDITS: Permission = 'audit.read'
const SUSPENDED_HOURS = 24

/** Takes every second factor of an officer away; the next sign-in sets up a new one. */
export const resetFactorOf = (officerId: string): Promise<Result<null, ResetOfAnotherRefusal>> =>
  resetOf(officerId, 'factor.reset', 'factor_reset', async () => {
    await execute(`delete from tenant.officer_totp where officer_id = ?`, [officerId])
    await execute(`delete from tenant.officer_passkeys where officer_id = ?`, [officerId])
    await execute(`delete from tenant.officer_recovery_codes where officer_id = ?`, [officerId])
  })

/** Sends an officer a link for a new password; the old one opens nothing meanwhile that it did not before. */
export const sendPasswordReset = (officerId: string): Promise<Result<null, ResetOfAnotherRefusal>> =>
  resetOf(officerId, 'password.reset_asked', 'password_reset', async () => {})

/**
 * Who resets a colleague's way in could act as them. So the colleague approves nothing for a day,
 * the colleague and the auditors are told, and every session ends (T07).
 */
async function resetOf(
  officerId: string,
  action: AuditedAction['action'],
  letter: LetterKind,
  work: () => Promise<void>
): Promise<Result<null, ResetOfAnotherRefusal>> {
  const { administration, actor } = tenancy.current()
  if (actor.kind === 'officer' && actor.id === officerId) return err('own')
  const known = await firstRow<{ state: string }>(`select state from tenant.officers where id = ?`, [officerId])
  if (!known) return err('unknown')
  if (known.state !== 'active') return err('inactive')
  await unitOfWork(async () => {
    await recordAction({ action, subject: { kind: 'officer', id: officerId }, data: { by_another: true } })
    await work()
    await execute(
      `update tenant.officers set approvals_suspended_until = now() + make_interval(hours => ?) where id = ?`,
      [SUSPENDED_HOURS, officerId]
    )
    await postLetter(officerId, letter)
    for (const auditor of await listAuditors(officerId))
      await postLetter(auditor, 'reset_of_another', { about: officerId })
  })
  await endSessionsOf(administration.id, officerId)
  return ok(null)
}

async function listAuditors(except: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select distinct o.id from tenant.officers o
       join tenant.officer_roles x on x.tenant_id = o.tenant_id and x.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = x.tenant_id and p.role_id = x.role_id and p.permission = ?
      where o.state = 'active' and o.id <> ? order by o.id limit 100`,
    [AUDITS, except]
  )
  return found.map(({ id }) => id)
}
