import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { AlertEventKind } from '../alert_acts.js'

export interface AlertEvent {
  /** `null`: the system. */
  officerId: string | null
  /** Act of the workflow, by which four eyes are counted. */
  act?: string
  /** Where it led, where that is not the phase itself. */
  step?: string | null
  reason?: string | null
  note?: string | null
  /** The officer or alert it is about. */
  target?: string | null
}

/** One line of an alert's history and one of the audit, in the unit of what they tell. */
export async function writeAlertEvent(alertId: string, kind: AlertEventKind, event: AlertEvent): Promise<void> {
  const { officerId, act = null, step = null, reason = null, note = null, target = null } = event
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, officer_id, act, step, reason, note, target) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, uuidv7(), alertId, kind, officerId, act, step, reason, note, target]
  )
  const said = Object.entries({ reason, step, target }).filter(([, value]) => value !== null)
  await recordAction({
    action: `alert.${kind}`,
    subject: { kind: 'alert', id: alertId },
    data: Object.fromEntries(said),
  })
}
