import { listAttachmentsOf, type AttachmentRow } from '#platform/attachments/attachments'
import { rows } from '#platform/tenancy/database'
import type { QuestionKind, QuestionState } from '../codes.js'

export interface CaseQuestion {
  id: string
  number: string
  kind: QuestionKind
  state: QuestionState
  consignmentId: string
  bill: string | null
  sender: string
  items: string[]
  note: string | null
  madeBy: string
  madeAt: Date
  askedAt: Date | null
  dueAt: Date | null
  /** When somebody of the filer first opened it. */
  seenAt: Date | null
  lapsedAt: Date | null
  reply: string | null
  replyCode: string | null
  answer: string | null
  answeredBy: string | null
  answeredAt: Date | null
  endedAt: Date | null
  files: AttachmentRow[]
}

/** What the filers of a case were asked and what they answered, newest first. */
export async function listQuestionsOfCase(caseId: string): Promise<CaseQuestion[]> {
  const questions = await rows<Omit<CaseQuestion, 'files'>>(
    `select q.id, q.number::text, q.kind, q.state, q.consignment_id as "consignmentId", c.reference as bill, s.name as sender, q.items, q.note,
            m.name as "madeBy", q.made_at as "madeAt", q.asked_at as "askedAt", q.due_at as "dueAt", q.seen_at as "seenAt", q.lapsed_at as "lapsedAt",
            q.reply, q.reply_code as "replyCode", q.answer, a.name as "answeredBy", q.answered_at as "answeredAt", q.ended_at as "endedAt"
       from tenant.questions q
       join tenant.senders s on s.tenant_id = q.tenant_id and s.id = q.sender_id
       join tenant.officers m on m.tenant_id = q.tenant_id and m.id = q.made_by
       left join tenant.officers a on a.tenant_id = q.tenant_id and a.id = q.answered_by
       left join tenant.consignments c on c.tenant_id = q.tenant_id and c.id = q.consignment_id
      where q.case_id = ? order by q.number desc limit 100`,
    [caseId]
  )
  const files = await listAttachmentsOf(
    'question',
    questions.map(({ id }) => id)
  )
  return questions.map((question) => ({ ...question, files: files.get(question.id) ?? [] }))
}
