import type { RoomEvents } from '#platform/events/announce'
import { ringBy } from '#platform/queue/doorbell'
import { execute, rows } from '#platform/tenancy/database'
import { tellFiler } from '../actions/tell_filer.js'
import { withdrawQuestions } from '../actions/withdraw_question.js'
import { MINUTE, reminderAt } from '../deadlines.js'
import { questionTerms } from '../terms.js'

/**
 * What becomes of the questions of a case when it moves: a do-not-load leaves with its second person's word and
 * ends with the lifting, what nobody waits for any more is taken back. In the unit of the act itself.
 */
export async function questionsOfMovedCase({ caseId, act, phase }: RoomEvents['case:moved']): Promise<void> {
  if (phase === 'dnl_issued') return issueInstructions(caseId, new Date())
  if (phase === 'dnl_lifted') return liftInstructions(caseId)
  if (phase === 'closed') return withdrawQuestions(caseId, ['proposed', 'asked', 'lapsed'])
  if (act === 'stop_waiting') await withdrawQuestions(caseId, ['asked', 'lapsed'], ['rfi', 'rfs'])
  if (phase === 'under_analysis') await withdrawQuestions(caseId, ['proposed'])
}

/** Its time runs from now: who approves may have taken some of it. */
async function issueInstructions(caseId: string, now: Date): Promise<void> {
  const terms = (await questionTerms()).dnl
  const issued = await rows<{ id: string; sender_id: string; minutes: number }>(
    `update tenant.questions set state = 'asked', asked_at = ?, due_at = ?::timestamptz + make_interval(mins => minutes)
      where case_id = ? and state = 'proposed' returning id, sender_id, minutes`,
    [now, now, caseId]
  )
  for (const { id, sender_id: senderId, minutes } of issued) {
    const due = new Date(now.getTime() + minutes * MINUTE)
    const remind = reminderAt(due, terms, now)
    await execute(`update tenant.questions set remind_at = ? where id = ?`, [remind, id])
    await tellFiler(senderId, 'question_asked')
    await ringBy('questions', remind ?? due)
  }
}

/** Who was told not to load, also who has answered since, is told that it holds no more. */
async function liftInstructions(caseId: string): Promise<void> {
  const answered = await rows<{ sender_id: string }>(
    `update tenant.questions set ended_at = now() where case_id = ? and kind = 'dnl' and state = 'answered' and ended_at is null returning sender_id`,
    [caseId]
  )
  for (const { sender_id: senderId } of answered) await tellFiler(senderId, 'question_ended')
  await withdrawQuestions(caseId, ['asked', 'lapsed'], ['dnl'])
}
