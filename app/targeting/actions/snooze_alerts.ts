import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { notifyLive } from '#platform/live/notify'
import { ringBy } from '#platform/queue/doorbell'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { lockAlert, type AlertRow } from '../queries/get_alert.js'
import type { RefusedMove } from './move_alert.js'
import { writeAlertEvent } from './write_alert_event.js'

/** What an officer waits for; whatever it is, the alert is back at `until` at the latest. */
export interface Snooze {
  until: Date
  for: 'message' | 'arrival' | null
  note: string | null
}

/** Out of the queue until then. It stays with whoever holds it; nobody else may put it aside. */
export async function snoozeAlert(id: string, officer: Officer, snooze: Snooze): Promise<Result<null, RefusedMove>> {
  return unitOfWork(async () => {
    const alert = await lockAlert(id)
    const refused = notOpen(alert, officer)
    if (!alert || refused) return err({ key: refused ?? 'missing', alert })
    await execute(
      `update tenant.alerts set snoozed_until = ?, snoozed_for = ?, snoozed_by = ?, changed_at = now(), version = version + 1 where id = ?`,
      [snooze.until, snooze.for, officer.id, id]
    )
    await writeAlertEvent(id, 'snoozed', { officerId: officer.id, reason: snooze.for ?? 'time', note: snooze.note })
    await ringBy('desk', snooze.until)
    await notifyLive('alert:changed', id)
    return ok(null)
  })
}

/** Back at once, by an officer. */
export async function wakeAlert(id: string, officer: Officer): Promise<Result<null, RefusedMove>> {
  return unitOfWork(async () => {
    const alert = await lockAlert(id)
    const refused = notOpen(alert, officer)
    if (!alert || refused) return err({ key: refused ?? 'missing', alert })
    if (alert.snoozed_until === null) return err({ key: 'changed', alert })
    await wake([alert.id], officer.id, 'asked')
    return ok(null)
  })
}

function notOpen(alert: AlertRow | null, officer: Officer): string | null {
  if (!alert) return 'missing'
  if (alert.state !== 'new' && alert.state !== 'claimed') return 'closed'
  return alert.claimed_by !== null && alert.claimed_by !== officer.id && !alert.idle ? 'held_by_other' : null
}

/** Snoozed alerts of this cargo that wait for such a thing: it came. */
export async function wakeFor(event: 'message' | 'arrival', consignmentIds: readonly string[]): Promise<void> {
  const waiting = await rows<{ id: string }>(
    `select id from tenant.alerts where consignment_id = any (?::uuid[]) and snoozed_for = ? and snoozed_until is not null order by id for update`,
    [`{${consignmentIds.join(',')}}`, event]
  )
  await wake(
    waiting.map(({ id }) => id),
    null,
    event
  )
}

export async function wake(ids: readonly string[], officerId: string | null, reason: string): Promise<void> {
  for (const id of ids) {
    await execute(
      `update tenant.alerts set snoozed_until = null, snoozed_for = null, snoozed_by = null, changed_at = now(), version = version + 1,
              touched_at = case when state = 'claimed' then now() end where id = ?`,
      [id]
    )
    await writeAlertEvent(id, 'woken', { officerId, reason })
    await notifyLive('alert:changed', id)
  }
}
