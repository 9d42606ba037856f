import { err, ok, type Result } from '#core/kernel/result'
import type { WorkflowSubject } from '#core/workflow/definition'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import type { Tailoring } from '#core/workflow/tailor'
import type { Officer } from '#platform/access/officer'
import { recordAction } from '#platform/audit/record'
import { announce } from '#platform/events/announce'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import '../events.js'

interface Draft {
  id: string
  drafter: string
  published: boolean
  newest: boolean
  tailoring: Tailoring
}

/** Makes the newest draft live, by somebody who did not draft it. Running work keeps its revision, or moves. */
export async function publishWorkflow(
  officer: Officer,
  subject: WorkflowSubject,
  revision: number,
  running: 'keep' | 'move'
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const draft = await firstRow<Draft>(
      `select w.id, coalesce(o.same_person_as, o.id) as drafter, w.published_at is not null as published, w.tailoring,
              not exists (select 1 from tenant.workflow_revisions n where n.subject = w.subject and n.revision > w.revision) as newest
         from tenant.workflow_revisions w join tenant.officers o on o.tenant_id = w.tenant_id and o.id = w.created_by
        where w.subject = ? and w.revision = ? for update of w`,
      [subject, revision]
    )
    if (!draft) return err({ kind: 'not_found' })
    if (draft.published || !draft.newest) return err(conflict('workflow.refused_superseded'))
    if (draft.drafter === officer.personId) return err(forbidden('workflow.refused_own'))
    const moves = running === 'move' ? await stepsGone(subject, draft.tailoring) : null
    await execute(
      `update tenant.workflow_revisions set published_by = ?, published_at = now(), running = ? where id = ?`,
      [officer.id, running, draft.id]
    )
    await recordAction({
      action: 'workflow.published',
      subject: { kind: 'workflow', id: draft.id },
      data: { subject, revision, running },
    })
    await announce('workflow:published', { subject, revision, moves })
    return ok(null)
  })
}

/** States of earlier revisions that the new one does not have, each with the state it was put after, as the core names it. */
async function stepsGone(subject: WorkflowSubject, now: Tailoring): Promise<Record<string, string | null>> {
  const earlier = await rows<{ tailoring: Tailoring }>(
    `select tailoring from tenant.workflow_revisions where subject = ? and published_at is not null order by revision`,
    [subject]
  )
  const kept = new Set((now.states ?? []).map(({ code }) => code))
  const core = new Map(CORE_WORKFLOWS[subject].states.map(({ code, phase }) => [code, phase]))
  const gone: Record<string, string | null> = {}
  for (const { tailoring } of earlier)
    for (const { code, after } of tailoring.states ?? [])
      if (!kept.has(code)) gone[code] = core.get(after) === after ? null : after
  return gone
}
