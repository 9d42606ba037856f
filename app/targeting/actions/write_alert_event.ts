import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export type AlertEventKind = 'raised' | 'updated' | 'claimed' | 'released' | 'dismissed' | 'reopened'

/** One line of an alert's history, in the unit of what it tells. */
export async function writeAlertEvent(
  alertId: string,
  kind: AlertEventKind,
  by: { officerId: string; reason?: string; note?: string | null }
): Promise<void> {
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, officer_id, reason, note) values (?, ?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, uuidv7(), alertId, kind, by.officerId, by.reason ?? null, by.note ?? null]
  )
}
