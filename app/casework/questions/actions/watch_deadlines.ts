import { recordAction } from '#platform/audit/record'
import { announce } from '#platform/events/announce'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import '../events.js'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { tellFiler } from './tell_filer.js'

/** Reminds filers before a deadline and tells officers after it, each once; says when the next is due. */
export async function watchDeadlines(now: Date): Promise<{ next: Date | null }> {
  await unitOfWork(() => remind(now))
  await unitOfWork(() => lapse(now))
  const waiting = await firstRow<{ next: Date | null }>(
    `select min(case when reminded_at is null then coalesce(remind_at, due_at) else due_at end) as next
       from tenant.questions where state = 'asked'`
  )
  return { next: waiting?.next ?? null }
}

/** One mail a filer, however many of its questions run out. */
async function remind(now: Date): Promise<void> {
  const due = await rows<{ id: string; sender_id: string }>(
    `update tenant.questions set reminded_at = ? where state = 'asked' and reminded_at is null and remind_at <= ? and due_at > ?
     returning id, sender_id`,
    [now, now, now]
  )
  for (const { id } of due) await recordAction({ action: 'question.reminded', subject: { kind: 'question', id } })
  for (const sender of new Set(due.map((each) => each.sender_id))) await tellFiler(sender, 'question_due')
}

async function lapse(now: Date): Promise<void> {
  // Cases first, as every act of officers locks them, so that none waits for the other.
  await rows(
    `select s.id from tenant.cases s where exists (select 1 from tenant.questions q
       where q.tenant_id = s.tenant_id and q.case_id = s.id and q.state = 'asked' and q.due_at <= ?) order by s.id for update of s`,
    [now]
  )
  const late = await rows<{ id: string; case_id: string; kind: string }>(
    `update tenant.questions set state = 'lapsed', lapsed_at = ? where state = 'asked' and due_at <= ? returning id, case_id, kind`,
    [now, now]
  )
  for (const { id, case_id: caseId, kind } of late)
    await writeCaseEvent(caseId, 'question_lapsed', { officerId: null, target: id, reason: kind })
  for (const caseId of new Set(late.map((each) => each.case_id))) await announce('question:lapsed', { caseId })
}
