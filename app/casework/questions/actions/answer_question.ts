import { err, ok, type Result } from '#core/kernel/result'
import type { Filer } from '#platform/access/filer'
import { announce } from '#platform/events/announce'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import '../events.js'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { REPLIES, type QuestionKind, type QuestionState } from '../codes.js'
import { questionTerms } from '../terms.js'
import { replyToCase } from './reply_to_case.js'

export interface NewAnswer {
  reply: string
  text: string | null
}

/**
 * A filer's answer, once. It stands in the case's history, moves a case that waited for it and is told to who
 * works on it. `not_found` for the question of another filer as for one that does not exist.
 */
export async function answerQuestion(
  questionId: string,
  { reply, text }: NewAnswer,
  filer: Filer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const caseId = await lockStudyOf(questionId, filer.senderId)
    if (caseId === null) return err({ kind: 'not_found' })
    const question = (await firstRow<{ kind: QuestionKind; state: QuestionState; files: number }>(
      `select kind, state, (select count(*)::int from tenant.attachments a where a.subject_kind = 'question' and a.subject_id = q.id) as files
         from tenant.questions q where id = ? for update of q`,
      [questionId]
    ))!
    const { kind, state, files } = question
    if (state === 'answered') return err(conflict('questions.refused_answered'))
    if (state !== 'asked' && state !== 'lapsed') return err(conflict('questions.refused_over'))
    if (!REPLIES[kind].includes(reply)) return err(invalid('reply', 'questions.refused_reply'))
    // What was asked for must be there, in words or in a file; why it is not, likewise.
    if (kind === 'rfi' && text === null && files === 0) return err(invalid('text', 'questions.refused_empty'))
    const code = (await questionTerms())[kind].codes[reply] ?? null
    await execute(
      `update tenant.questions set state = 'answered', reply = ?, reply_code = ?, answer = ?, answered_by = ?, answered_at = now() where id = ?`,
      [reply, code, text, filer.id, questionId]
    )
    await writeCaseEvent(caseId, 'question_answered', { officerId: filer.id, target: questionId, reason: reply })
    await announce('question:answered', { caseId })
    if (kind !== 'dnl') await replyToCase(caseId)
    return ok(null)
  })
}

/** The case first, as every act of officers locks it: so that an answer and a withdrawal never wait for each other. */
const lockStudyOf = async (questionId: string, senderId: string): Promise<string | null> =>
  (
    await firstRow<{ id: string }>(
      `select s.id from tenant.cases s join tenant.questions q on q.tenant_id = s.tenant_id and q.case_id = s.id
        where q.id = ? and q.sender_id = ? and q.asked_at is not null for update of s`,
      [questionId, senderId]
    )
  )?.id ?? null
