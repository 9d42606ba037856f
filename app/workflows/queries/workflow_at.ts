import type { WorkflowDefinition, WorkflowSubject } from '#core/workflow/definition'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { tailor, type Tailoring } from '#core/workflow/tailor'
import { firstRow } from '#platform/tenancy/database'

/** The definition that work of this revision goes by; revision 0 is the core's. */
export async function workflowAt(subject: WorkflowSubject, revision: number): Promise<WorkflowDefinition> {
  const core = CORE_WORKFLOWS[subject]
  if (revision === 0) return core
  const row = await firstRow<{ tailoring: Tailoring }>(
    `select tailoring from tenant.workflow_revisions where subject = ? and revision = ? and published_at is not null`,
    [subject, revision]
  )
  if (!row) throw new Error(`E_WORKFLOW_MISSING: revision ${revision} of the workflow of ${subject}`)
  return tailor(core, row.tailoring)
}

/** Which revision new work begins with. */
export async function liveRevision(subject: WorkflowSubject): Promise<number> {
  const row = await firstRow<{ revision: number }>(
    `select coalesce(max(revision), 0)::int as revision from tenant.workflow_revisions where subject = ? and published_at is not null`,
    [subject]
  )
  return row!.revision
}
