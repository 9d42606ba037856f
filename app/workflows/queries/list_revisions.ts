import type { WorkflowSubject } from '#core/workflow/definition'
import type { Tailoring } from '#core/workflow/tailor'
import { rows } from '#platform/tenancy/database'

export interface RevisionRow {
  revision: number
  tailoring: Tailoring
  note: string | null
  template: string | null
  drafter: string
  drafter_id: string
  created_at: Date
  publisher: string | null
  published_at: Date | null
  running: string | null
}

/** Revisions of a workflow, newest first; at most the last 50. */
export const listRevisions = (subject: WorkflowSubject): Promise<RevisionRow[]> =>
  rows<RevisionRow>(
    `select w.revision, w.tailoring, w.note, w.template, d.name as drafter, d.id as drafter_id, w.created_at, p.name as publisher, w.published_at, w.running
       from tenant.workflow_revisions w
       join tenant.officers d on d.tenant_id = w.tenant_id and d.id = w.created_by
       left join tenant.officers p on p.tenant_id = w.tenant_id and p.id = w.published_by
      where w.subject = ? order by w.revision desc limit 50`,
    [subject]
  )
