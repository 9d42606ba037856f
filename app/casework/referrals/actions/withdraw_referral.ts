import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { getCase } from '../../cases/queries/get_case.js'
import type { WithdrawalReason } from '../codes.js'

/** Ends a referral at once: the next request of its receiver finds nothing. Also of a closed case. */
export async function withdrawReferral(
  caseId: string,
  referralId: string,
  { reason, note }: { reason: WithdrawalReason; note: string | null },
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await getCase(caseId))) return err({ kind: 'not_found' })
    const known = await firstRow(`select 1 from tenant.referrals where id = ? and case_id = ? for update`, [
      referralId,
      caseId,
    ])
    if (!known) return err({ kind: 'not_found' })
    const ended = await execute(
      `update tenant.referrals set withdrawn_by = ?, withdrawn_at = now(), withdrawn_reason = ?, withdrawn_note = ?
        where id = ? and withdrawn_at is null and ends_at > now()`,
      [officer.id, reason, note, referralId]
    )
    if (ended === 0) return err(conflict('cases.referral_over'))
    await writeCaseEvent(caseId, 'referral_withdrawn', { officerId: officer.id, reason, target: referralId })
    return ok(null)
  })
}
