import { notifyLive } from '#platform/live/notify'
import { execute, rows } from '#platform/tenancy/database'
import { writeAlertEvent } from '../actions/write_alert_event.js'

interface Deactivated {
  officerId: string
  by: string
  handedOver: { kind: string; id: string }[]
}

/**
 * What an officer held goes back to the queue when he works here no more; its history says who did
 * that. Whatever units the administrator who shuts him out works in: nothing may stay behind.
 */
export async function releaseAlerts({ officerId, by, handedOver }: Deactivated): Promise<void> {
  const held = await rows<{ id: string }>(
    `select id from tenant.alerts where state = 'claimed' and claimed_by = ? order by id for update`,
    [officerId]
  )
  for (const { id } of held) {
    await execute(
      `update tenant.alerts set state = 'new', step = null, claimed_by = null, claimed_at = null, touched_at = null, changed_at = now(), version = version + 1
        where id = ?`,
      [id]
    )
    await writeAlertEvent(id, 'released', { officerId: by, act: 'hand_over', reason: 'handed_over' })
    await notifyLive('alert:changed', id)
    handedOver.push({ kind: 'alert', id })
  }
}
