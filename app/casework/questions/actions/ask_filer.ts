import { workflowAt } from '#app/workflows/published'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { ringBy } from '#platform/queue/doorbell'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { moveCase } from '../../cases/actions/move_case.js'
import { writeCaseEvent } from '../../cases/actions/write_case_event.js'
import { lockCase } from '../../cases/queries/get_case.js'
import { ACTS, LONGEST_DEADLINE, QUESTION_ITEMS, SHORTEST_DEADLINE, type QuestionKind } from '../codes.js'
import { listAskable, type Askable } from '../queries/askable.js'
import { defaultDeadline, MINUTE, reminderAt, type QuestionTerms } from '../deadlines.js'
import { questionTerms } from '../terms.js'
import { tellFiler } from './tell_filer.js'

export interface NewQuestion {
  kind: QuestionKind
  /** One question goes to the filer of each. */
  consignments: readonly string[]
  items: readonly string[]
  /** Words to the filer; what it says, the filer reads. */
  note: string | null
  /** `null`: what the administration gives for this kind. */
  due: Date | null
  /** Why, for the case alone. */
  reason: string | null
  because: string | null
  /** Version of the case the officer looked at. */
  seen: number
}

/**
 * Asks the filers of some cargo of a case: the question and the act of the workflow it is (`ask`, `request_dnl`)
 * are one unit. A do-not-load is only proposed here; the second person's `issue_dnl` sends it.
 */
export const askFiler = (
  caseId: string,
  question: NewQuestion,
  officer: Officer,
  now = new Date()
): Promise<Result<null, Failure>> => allOrNothing(() => ask(caseId, question, officer, now))

async function ask(caseId: string, question: NewQuestion, officer: Officer, now: Date): Promise<Result<null, Failure>> {
  const { kind, reason, because: note, seen } = question
  const row = await lockCase(caseId)
  if (!row) return err({ kind: 'not_found' })
  if (question.items.some((item) => !QUESTION_ITEMS[kind].includes(item)))
    return err(invalid('items', 'questions.refused_items'))
  const act = await actLike(ACTS[kind], row.step ?? row.state, row.workflow_revision)
  const moved = await moveCase(caseId, { act, officer, reason, note, seen })
  if (!moved.ok) return moved
  const cargo = await listAskable(caseId)
  const terms = (await questionTerms())[kind]
  for (const consignment of question.consignments) {
    const askable = cargo.find(({ consignmentId }) => consignmentId === consignment)
    if (!askable) return err({ kind: 'not_found' })
    const refused = whyNotAsked(kind, askable)
    if (refused) return err(conflict(refused))
    const due = question.due ?? defaultDeadline(terms, askable, now)
    const minutes = Math.round((due.getTime() - now.getTime()) / MINUTE)
    if (minutes < SHORTEST_DEADLINE || minutes > LONGEST_DEADLINE) return err(invalid('due', 'questions.refused_due'))
    await write(caseId, question, { askable, due, minutes, terms, officer, now })
  }
  return ok(null)
}

/** The act of this case's own workflow that makes the core's move from where it stands. */
async function actLike(core: string, state: string, revision: number): Promise<string> {
  const { acts } = await workflowAt('case', revision)
  const fits = acts.find(({ code, does, from }) => (code === core || does === core) && from.includes(state))
  return fits?.code ?? core
}

/** A do-not-load goes its way even where nobody of the filer can read it: the systems of the port hear of it too. */
export function whyNotAsked(kind: QuestionKind, { open, people, mode }: Askable): string | null {
  if (kind === 'rfs' && mode !== 'air') return 'questions.refused_not_air'
  if (kind === 'dnl') return null
  if (!open) return 'questions.refused_sender_closed'
  return people === 0 ? 'questions.refused_nobody' : null
}

interface Writing {
  askable: Askable
  due: Date
  minutes: number
  terms: QuestionTerms
  officer: Officer
  now: Date
}

async function write(
  caseId: string,
  { kind, items, note }: NewQuestion,
  { askable, due, minutes, terms, officer, now }: Writing
): Promise<void> {
  const { id: tenant } = tenancy.current().administration
  const id = uuidv7()
  const proposed = kind === 'dnl'
  const remind = reminderAt(due, terms, now)
  await execute(
    `insert into tenant.questions (tenant_id, id, number, case_id, consignment_id, sender_id, kind, items, note, state, made_by, made_at,
            minutes, asked_at, due_at, remind_at)
     values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[tenant, id, await nextNumber(tenant), caseId, askable.consignmentId, askable.senderId, kind],
      ...[[...items], note, proposed ? 'proposed' : 'asked', officer.id, now, minutes],
      ...(proposed ? [null, null, null] : [now, due, remind]),
    ]
  )
  await writeCaseEvent(caseId, 'question_asked', { officerId: officer.id, target: id, reason: kind })
  if (proposed) return
  await tellFiler(askable.senderId, 'question_asked')
  await ringBy('questions', remind ?? due)
}

const nextNumber = async (administration: string): Promise<string> =>
  (await firstRow<{ last: string }>(
    `insert into tenant.question_numbers as n (tenant_id, last) values (?, 1)
     on conflict (tenant_id) do update set last = n.last + 1 returning last::text`,
    [administration]
  ))!.last
