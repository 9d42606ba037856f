import { notifyLive } from '#platform/live/notify'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { DismissalReason } from '../dismissal_reasons.js'
import type { AlertRow } from '../queries/get_alert.js'
import { writeAlertEvent } from './write_alert_event.js'

/**
 * Compare-and-set on the version that was authorised: `false` when somebody was faster, and
 * nothing is written then.
 */
async function change(alert: AlertRow, sql: string, bindings: unknown[], write: () => Promise<void>): Promise<boolean> {
  return unitOfWork(async () => {
    const changed = await execute(
      `update tenant.alerts set ${sql}, changed_at = now(), version = version + 1 where id = ? and version = ?`,
      [...bindings, alert.id, alert.version]
    )
    if (changed === 0) return false
    await write()
    await notifyLive('alert:changed', alert.id)
    return true
  })
}

export const dismissAlert = (alert: AlertRow, officerId: string, reason: DismissalReason, note: string | null) =>
  change(
    alert,
    `state = 'dismissed', decided_by = ?, decided_at = now(), decision_reason = ?, decision_note = ?`,
    [officerId, reason, note],
    () => writeAlertEvent(alert.id, 'dismissed', { officerId, reason, note })
  )

/** Back to whoever held it, else to the queue. */
export const reopenAlert = (alert: AlertRow, officerId: string) =>
  change(
    alert,
    `state = case when claimed_by is null then 'new' else 'claimed' end, decided_by = null, decided_at = null, decision_reason = null, decision_note = null`,
    [],
    () => writeAlertEvent(alert.id, 'reopened', { officerId })
  )

/** Back to the queue: by who held it, or by who took it from somebody that works here no more. */
export const releaseAlert = (alert: AlertRow, officerId: string, reason?: 'handed_over') =>
  change(alert, `state = 'new', claimed_by = null, claimed_at = null`, [], () =>
    writeAlertEvent(alert.id, 'released', { officerId, ...(reason ? { reason } : {}) })
  )
