import { err, ok, type Result } from '#core/kernel/result'
import { checkWorkflow } from '#core/workflow/check'
import type { WorkflowSubject } from '#core/workflow/definition'
import type { WorkflowFault } from '#core/workflow/fault'
import { CORE_WORKFLOWS } from '#core/workflow/main'
import { tailor, type Tailoring } from '#core/workflow/tailor'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { CORE_LOCALES } from '#platform/plugins/translations'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewDraft {
  subject: WorkflowSubject
  tailoring: Tailoring
  /** Code of the plugin's template it began with. */
  template: string | null
  note: string | null
}

/** Keeps a draft that could be published as it is; what is wrong with it is told instead. */
export async function draftWorkflow(
  officerId: string,
  draft: NewDraft
): Promise<Result<number, readonly WorkflowFault[]>> {
  const core = CORE_WORKFLOWS[draft.subject]
  const faults = checkWorkflow(tailor(core, draft.tailoring), core, CORE_LOCALES)
  if (faults.length > 0) return err(faults)
  return unitOfWork(async () => {
    // Two who draft at once take turns.
    await firstRow(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [
      `workflow/${draft.subject}`,
    ])
    const next = await firstRow<{ revision: number }>(
      `select coalesce(max(revision), 0)::int + 1 as revision from tenant.workflow_revisions where subject = ?`,
      [draft.subject]
    )
    const id = uuidv7()
    await execute(
      `insert into tenant.workflow_revisions (tenant_id, id, subject, revision, tailoring, template, note, created_by) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        id,
        draft.subject,
        next!.revision,
        JSON.stringify(draft.tailoring),
        draft.template,
        draft.note,
        officerId,
      ]
    )
    await recordAction({
      action: 'workflow.drafted',
      subject: { kind: 'workflow', id },
      data: { subject: draft.subject, revision: next!.revision },
    })
    return ok(next!.revision)
  })
}
