import { rows } from '#platform/tenancy/database'
import { releaseAlert } from '../actions/decide_alert.js'
import type { AlertRow } from '../queries/get_alert.js'

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
  const held = await rows<AlertRow>(
    `select id, consignment_id, state, band, claimed_by, decided_by, decided_at, version from tenant.alerts
      where state = 'claimed' and claimed_by = ? order by id for update`,
    [officerId]
  )
  for (const alert of held)
    if (await releaseAlert(alert, by, 'handed_over')) handedOver.push({ kind: 'alert', id: alert.id })
}
