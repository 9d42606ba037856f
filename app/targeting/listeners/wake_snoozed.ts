import type { RoomEvents } from '#platform/events/announce'
import { ringBy } from '#platform/queue/doorbell'
import { rows } from '#platform/tenancy/database'
import { wakeFor } from '../actions/snooze_alerts.js'

/** What somebody waited for came: a message about the cargo, or the ship itself. */
export async function wakeSnoozed({ because, revisions }: RoomEvents['consignment:revised']): Promise<void> {
  const ids = revisions.filter(({ historical }) => !historical).map(({ consignmentId }) => consignmentId)
  if (ids.length === 0) return
  if (because === 'revised') await wakeFor('message', ids)
  const arrived = await rows<{ id: string }>(
    `select distinct c.id from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id join tenant.calls k on k.id = c.call_id
      where a.consignment_id = any (?::uuid[]) and a.snoozed_until is not null and a.snoozed_for = 'arrival' and k.arrived_at is not null`,
    [`{${ids.join(',')}}`]
  )
  // Another arrival may bring the time to decide nearer.
  if (because === 'call_changed') await ringBy('desk', new Date(Date.now() + 60_000))
  if (arrived.length > 0)
    await wakeFor(
      'arrival',
      arrived.map(({ id }) => id)
    )
}
