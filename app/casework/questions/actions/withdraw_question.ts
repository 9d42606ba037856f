import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { conflict, type Failure } from '#platform/http/failure'
import { rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { lockCase } from '../../cases/queries/get_case.js'
import { QUESTION_KINDS, type QuestionKind, type QuestionState } from '../codes.js'
import { replyToCase } from './reply_to_case.js'
import { tellFiler } from './tell_filer.js'

/** Takes one request back that need not be answered any more. A do-not-load ends by its acts alone. */
export async function withdrawQuestion(
  caseId: string,
  questionId: string,
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const row = await lockCase(caseId)
    if (!row) return err({ kind: 'not_found' })
    if (row.holder_id !== null && row.holder_id !== officer.id) return err(conflict('cases.refused_held_by_other'))
    const [question] = await rows<{ kind: QuestionKind; state: QuestionState }>(
      `select kind, state from tenant.questions where id = ? and case_id = ?`,
      [questionId, caseId]
    )
    if (!question) return err({ kind: 'not_found' })
    if (question.kind === 'dnl') return err(conflict('questions.refused_by_act'))
    if (!['asked', 'lapsed'].includes(question.state)) return err(conflict('questions.refused_over'))
    await withdraw(caseId, `q.id = ?`, [questionId])
    await replyToCase(caseId)
    return ok(null)
  })
}

/** Takes back what a case asks no more; who had heard of it is told so. */
export const withdrawQuestions = (
  caseId: string,
  states: readonly QuestionState[],
  kinds: readonly QuestionKind[] = QUESTION_KINDS
): Promise<void> => withdraw(caseId, `q.state = any(?::text[]) and q.kind = any(?::text[])`, [[...states], [...kinds]])

async function withdraw(caseId: string, which: string, bindings: unknown[]): Promise<void> {
  const gone = await rows<{ id: string; sender_id: string; kind: string; heard: boolean }>(
    `update tenant.questions q set state = 'withdrawn', ended_at = now() where q.case_id = ? and ${which}
     returning q.id, q.sender_id, q.kind, q.asked_at is not null as heard`,
    [caseId, ...bindings]
  )
  const { actor } = tenancy.current()
  for (const { id, sender_id: senderId, kind, heard } of gone) {
    const officerId = actor.kind === 'officer' ? actor.id : null
    await writeCaseEvent(caseId, 'question_withdrawn', { officerId, target: id, reason: kind })
    if (heard) await tellFiler(senderId, 'question_ended')
  }
}
