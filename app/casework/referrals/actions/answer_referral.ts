import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { announce } from '#platform/events/announce'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { MOST_REFERRALS, type ReferralResult } from '../codes.js'
import '../events.js'
import { lockOpenReferral } from '../queries/open_referral.js'

/** What a partner says of a referred case; it stays as it is written, and more may follow while the referral runs. */
export async function answerReferral(
  referralId: string,
  { result, words }: { result: ReferralResult; words: string },
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const referral = await lockOpenReferral(referralId, officer.id)
    if (!referral) return err({ kind: 'not_found' })
    const before = await firstRow<{ count: number }>(
      `select count(*)::int as count from tenant.referral_answers where referral_id = ?`,
      [referralId]
    )
    if (before!.count >= MOST_REFERRALS) return err(conflict('cases.refused_full', { most: MOST_REFERRALS }))
    await execute(
      `insert into tenant.referral_answers (tenant_id, id, referral_id, officer_id, result, words) values (?, ?, ?, ?, ?, ?)`,
      [tenancy.current().administration.id, uuidv7(), referralId, officer.id, result, words]
    )
    await writeCaseEvent(referral.caseId, 'referral_answered', {
      officerId: officer.id,
      reason: result,
      target: referralId,
    })
    const holder = await firstRow<{ holder: string | null }>(
      `select holder_id as holder from tenant.cases where id = ?`,
      [referral.caseId]
    )
    const officerIds = [...new Set([referral.madeBy, ...(holder?.holder ? [holder.holder] : [])])]
    await announce('referral:answered', { caseId: referral.caseId, officerIds })
    return ok(null)
  })
}
