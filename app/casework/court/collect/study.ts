import { workflowAt } from '#app/workflows/published'
import { actOf, type WorkflowDefinition } from '#core/workflow/definition'
import { listAttachments, type AttachmentRow } from '#platform/attachments/attachments'
import { rows } from '#platform/tenancy/database'
import { stateWords, wordsOf } from '../../cases/queries/acts_of_case.js'
import { listCaseEvents, listLinks, listTasks, type CaseEventLine } from '../../cases/queries/contents.js'
import type { CaseRow } from '../../cases/queries/get_case.js'
import { listInstructionsOfCase } from '../../instructions/queries/instructions_of_case.js'
import type { CourtAttachment, CourtContent, CourtDecision } from '../content.js'

export const iso = (at: Date | null) => at?.toISOString() ?? null

type StudyPart = Pick<
  CourtContent,
  'study' | 'timeline' | 'decisions' | 'instructions' | 'tasks' | 'attachments' | 'links'
>

/** The case itself: how it stands, what was done, what took two people, what was told to whom. */
export async function collectStudy(row: CaseRow, withNotes: boolean, locale: string): Promise<StudyPart> {
  const [definition, newestFirst, tasks, links, files, instructions] = await Promise.all([
    workflowAt('case', row.workflow_revision),
    listCaseEvents(row.id, 'all'),
    listTasks(row.id),
    listLinks(row.id),
    listAttachments({ kind: 'case', id: row.id }),
    listInstructionsOfCase(row.id),
  ])
  const events = newestFirst.toReversed()
  return {
    study: {
      id: row.id,
      number: row.number,
      title: row.title,
      phase: row.state,
      state: stateWords(definition, row.step ?? row.state, locale),
      open: row.open,
      outcome: row.outcome,
      disposition: row.disposition,
      holder: row.holder,
      opener: row.opener,
      openedAt: row.opened_at.toISOString(),
      closedAt: iso(row.closed_at),
      workflowRevision: row.workflow_revision,
    },
    timeline: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      act: event.act === null ? null : actWords(definition, event.act, locale),
      state: event.step === null ? null : stateWords(definition, event.step, locale),
      by: event.by,
      reason: event.reason,
      note: event.kind === 'noted' && !withNotes ? null : event.note,
      target: event.target,
      at: event.at.toISOString(),
    })),
    decisions: decisionsOf(definition, events, locale),
    instructions: instructions.map(({ id, kind, madeAt, deliveries }) => ({
      id,
      kind,
      madeAt: madeAt.toISOString(),
      deliveries: deliveries.map(({ system, state, deliveredAt, answer, answeredAt }) => ({
        system,
        state,
        deliveredAt,
        answer,
        answeredAt,
      })),
    })),
    tasks: tasks.map(({ id, what, assignee, doneBy, doneAt }) => ({ id, what, assignee, doneBy, doneAt: iso(doneAt) })),
    attachments: files.map(attachment),
    links: links.map(({ number, title }) => ({ number, title })),
  }
}

export const attachment = ({ id, fileName, attachedAt, ...row }: AttachmentRow): CourtAttachment => ({
  id,
  name: fileName,
  mediaType: row.mediaType,
  bytes: row.bytes,
  sha256: row.sha256,
  scan: row.scan,
  attachedBy: row.attachedBy,
  attachedAt: attachedAt.toISOString(),
})

const actWords = (definition: WorkflowDefinition, code: string, locale: string) =>
  wordsOf(actOf(definition, code)?.title ?? { key: `workflow.case_act_${code}` }, locale)

/** Acts that a second person had to do, each with the act of the first that it answers. */
const decisionsOf = (
  definition: WorkflowDefinition,
  events: readonly CaseEventLine[],
  locale: string
): CourtDecision[] =>
  events.flatMap((event, at) => {
    const first = event.act === null ? [] : (actOf(definition, event.act)?.guard.notWho ?? [])
    if (event.kind !== 'moved' || first.length === 0) return []
    const asked = events.slice(0, at).findLast(({ act }) => act !== null && first.includes(act))
    return [
      {
        id: event.id,
        what: actWords(definition, event.act!, locale),
        order: null,
        asked: asked ? { by: asked.by, at: asked.at.toISOString() } : null,
        decided: { by: event.by, at: event.at.toISOString() },
        reason: event.note ?? event.reason,
      },
    ]
  })

/** Another inspector than the one drawn, as two people decided. */
export const reassignmentDecisions = async (
  orders: readonly { id: string; number: string }[]
): Promise<CourtDecision[]> => {
  const found = await rows<{
    id: string
    order_id: string
    reason: string
    asked: string
    askedAt: Date
    by: string | null
    at: Date
  }>(
    `select r.id, r.order_id, r.reason, a.name as asked, r.asked_at as "askedAt", d.name as by, r.decided_at as at
       from tenant.inspection_reassignments r
       join tenant.officers a on a.tenant_id = r.tenant_id and a.id = r.asked_by
       left join tenant.officers d on d.tenant_id = r.tenant_id and d.id = r.decided_by
      where r.order_id = any(?::uuid[]) and r.state = 'confirmed' order by r.decided_at, r.id`,
    [orders.map(({ id }) => id)]
  )
  return found.map(({ id, order_id: order, reason, asked, askedAt, by, at }) => ({
    id,
    what: { key: 'court.decided_inspector' },
    order: orders.find((each) => each.id === order)?.number ?? null,
    asked: { by: asked, at: askedAt.toISOString() },
    decided: { by, at: at.toISOString() },
    reason,
  }))
}
