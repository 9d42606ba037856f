import { listAttachments } from '#platform/attachments/attachments'
import { listAnswers } from '../../referrals/queries/list_answers.js'
import { listReferralsOfCase } from '../../referrals/queries/referrals_of_case.js'
import { listQuestionsOfCase } from '../../questions/queries/questions_of_case.js'
import type { CourtQuestion, CourtReferral } from '../content.js'
import { attachment, iso } from './study.js'

/** What partners were asked in a case and what they answered, oldest first. */
export async function collectReferrals(caseId: string): Promise<CourtReferral[]> {
  const referrals = (await listReferralsOfCase(caseId)).toReversed()
  const answers = await listAnswers(referrals.map(({ id }) => id))
  return Promise.all(
    referrals.map(async ({ id, to, purpose, basis, basisReference, message, by, madeAt, withdrawnAt }) => ({
      id,
      to,
      purpose,
      basis,
      reference: basisReference,
      message,
      by,
      madeAt: madeAt.toISOString(),
      withdrawnAt: iso(withdrawnAt),
      answers: answers
        .filter(({ referralId }) => referralId === id)
        .map(({ result, words, by: from, at }) => ({ result, words, by: from, at: at.toISOString() })),
      attachments: (await listAttachments({ kind: 'referral', id })).map(attachment),
    }))
  )
}

/** What filers were asked about this cargo, and what they answered. */
export const collectQuestions = async (caseId: string, cargo: readonly string[]): Promise<CourtQuestion[]> => {
  const asked = (await listQuestionsOfCase(caseId)).filter(({ consignmentId }) => cargo.includes(consignmentId))
  return asked.toReversed().map((question) => ({
    id: question.id,
    number: question.number,
    kind: question.kind,
    state: question.state,
    bill: question.bill,
    sender: question.sender,
    items: [...question.items],
    note: question.note,
    madeBy: question.madeBy,
    madeAt: question.madeAt.toISOString(),
    dueAt: iso(question.dueAt),
    reply: question.reply,
    answer: question.answer,
    answeredBy: question.answeredBy,
    answeredAt: iso(question.answeredAt),
    attachments: question.files.map(attachment),
  }))
}
