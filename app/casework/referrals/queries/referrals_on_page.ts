import type { CaseReferralView, ReferralChoices } from '../../../../resources/pages/cases/show.props.js'
import type { Officer } from '#platform/access/officer'
import { listAttachments } from '#platform/attachments/attachments'
import { LAWFUL_BASES } from '../../lawful_bases.js'
import { PARTS, PURPOSES, WITHDRAWAL_REASONS } from '../codes.js'
import { listAnswers } from './list_answers.js'
import { listAddressees, listReferralsOfCase } from './referrals_of_case.js'

/** Referrals of a case for the page of its officers, each with what came back. */
export async function listCaseReferrals(caseId: string): Promise<CaseReferralView[]> {
  const referrals = await listReferralsOfCase(caseId)
  const answers = await listAnswers(referrals.map(({ id }) => id))
  return Promise.all(
    referrals.map(async ({ madeAt, endsAt, withdrawnAt, ...referral }) => ({
      ...referral,
      madeAt: madeAt.toISOString(),
      endsAt: endsAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      answers: answers
        .filter(({ referralId }) => referralId === referral.id)
        .map(({ id, result, words, by, at }) => ({ id, result, words, by, at: at.toISOString() })),
      files: (await listAttachments({ kind: 'referral', id: referral.id })).map(({ id, fileName, bytes }) => ({
        id,
        fileName,
        bytes,
      })),
    }))
  )
}

/** Nobody shares what they may not see themselves. */
export const referralChoices = async (officer: Officer): Promise<ReferralChoices> => ({
  addressees: await listAddressees(),
  purposes: [...PURPOSES],
  bases: [...LAWFUL_BASES],
  parts: PARTS.filter((part) => part !== 'alert_reasons' || officer.permissions.has('alerts.read')),
  withdrawals: [...WITHDRAWAL_REASONS],
})
