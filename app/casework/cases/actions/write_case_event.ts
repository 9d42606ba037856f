import type { AuditAction } from '#platform/audit/actions'
import { recordAction, type AuditData } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { notifyLive } from '#platform/live/notify'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { CaseEventKind } from '../codes.js'

interface CaseEvent {
  /** `null`: the system. */
  officerId: string | null
  /** Act of the workflow, by which four eyes are counted. */
  act?: string
  /** Where it led. */
  step?: string | null
  reason?: string | null
  note?: string | null
  /** The alert, consignment, case, task, order or officer it is about. */
  target?: string | null
  mentioned?: readonly string[]
  /** What else the audit says of it: ids, codes and counts. */
  data?: AuditData
}

/** One line of a case's history and one of the audit, in the unit of what they tell. Words stay out of the audit. */
export async function writeCaseEvent(caseId: string, kind: CaseEventKind, event: CaseEvent): Promise<void> {
  const {
    officerId,
    act = null,
    step = null,
    reason = null,
    note = null,
    target = null,
    mentioned = [],
    data = {},
  } = event
  await execute(
    `insert into tenant.case_events (tenant_id, id, case_id, kind, act, step, officer_id, reason, note, target, mentioned)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[])`,
    [tenancy.current().administration.id, uuidv7(), caseId, kind, act, step, officerId, reason, note, target, mentioned]
  )
  const said = Object.entries({ act, step, reason, target }).filter(([, value]) => value !== null)
  await recordAction({
    action: `case.${kind}` satisfies AuditAction,
    subject: { kind: 'case', id: caseId },
    data: { ...Object.fromEntries(said), ...data },
  })
  await notifyLive('case:changed', caseId)
}
