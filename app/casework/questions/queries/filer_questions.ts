import { firstRow, rows } from '#platform/tenancy/database'
import type { QuestionKind, QuestionState } from '../codes.js'

/**
 * A question as its filer may see it: its own cargo by its own numbers, what is asked and until when. No case,
 * no officer, nothing of weighing has a place in it (SECURITY T58).
 */
export interface FilerQuestion {
  id: string
  number: string
  kind: QuestionKind
  state: Exclude<QuestionState, 'proposed'>
  bill: string | null
  conveyance: string | null
  voyage: string | null
  port: string | null
  askedAt: Date
  dueAt: Date
  answeredAt: Date | null
  /** Taken back, or a do-not-load that was lifted. */
  endedAt: Date | null
}

export interface FilerQuestionDetail extends FilerQuestion {
  items: string[]
  note: string | null
  reply: string | null
  replyCode: string | null
  answer: string | null
  answeredBy: string | null
}

export const FILER_VIEWS = ['open', 'over'] as const
export type FilerView = (typeof FILER_VIEWS)[number]
export const QUESTIONS_PER_PAGE = 30

const COLUMNS = `q.id, q.number::text, q.kind, q.state, c.reference as bill, k.means_name as conveyance, k.voyage, k.port,
  q.asked_at as "askedAt", q.due_at as "dueAt", q.answered_at as "answeredAt", q.ended_at as "endedAt"`
const FROM = `from tenant.questions q
  left join tenant.consignments c on c.tenant_id = q.tenant_id and c.id = q.consignment_id
  left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id`
/** What was only proposed, and what was taken back before anybody heard of it, is nothing to the filer. */
const HEARD = `q.sender_id = ? and q.asked_at is not null`
const OPEN = `q.state in ('asked','lapsed')`

/** Questions to one filer: open ones by deadline, the others newest first. */
export async function listFilerQuestions(
  senderId: string,
  view: FilerView,
  page: number
): Promise<{ questions: FilerQuestion[]; open: number; over: number }> {
  const which = view === 'open' ? OPEN : `not ${OPEN}`
  const order = view === 'open' ? 'q.due_at, q.number' : 'q.number desc'
  const questions = await rows<FilerQuestion>(
    `select ${COLUMNS} ${FROM} where ${HEARD} and ${which} order by ${order} limit ${QUESTIONS_PER_PAGE} offset ?`,
    [senderId, (page - 1) * QUESTIONS_PER_PAGE]
  )
  const counts = (await firstRow<{ open: number; over: number }>(
    `select (count(*) filter (where ${OPEN}))::int as open, (count(*) filter (where not ${OPEN}))::int as over from tenant.questions q where ${HEARD}`,
    [senderId]
  ))!
  return { questions, ...counts }
}

/** One of them; another filer's is not there. */
export const getFilerQuestion = (id: string, senderId: string): Promise<FilerQuestionDetail | null> =>
  firstRow(
    `select ${COLUMNS}, q.items, q.note, q.reply, q.reply_code as "replyCode", q.answer, a.name as "answeredBy"
       ${FROM} left join tenant.officers a on a.tenant_id = q.tenant_id and a.id = q.answered_by
      where q.id = ? and ${HEARD}`,
    [id, senderId]
  )
