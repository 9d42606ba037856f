import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** What officers do to an alert; raising and updating are the drain's and are audited with its batch. */
export type AlertAct = 'claimed' | 'released' | 'dismissed' | 'reopened'

/** One line of an alert's history and one of the audit, in the unit of what they tell. */
export async function writeAlertEvent(
  alertId: string,
  kind: AlertAct,
  by: { officerId: string; reason?: string; note?: string | null }
): Promise<void> {
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, officer_id, reason, note) values (?, ?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, uuidv7(), alertId, kind, by.officerId, by.reason ?? null, by.note ?? null]
  )
  await recordAction({
    action: `alert.${kind}`,
    subject: { kind: 'alert', id: alertId },
    data: by.reason ? { reason: by.reason } : {},
  })
}
