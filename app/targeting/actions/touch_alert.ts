import { ringBy } from '#platform/queue/doorbell'
import { execute } from '#platform/tenancy/database'
import { IDLE_MINUTES } from '../queries/get_alert.js'

/** Who holds an alert and opens it works on it; told to the database every few minutes only. */
export async function touchAlert(id: string, officerId: string): Promise<void> {
  const touched = await execute(
    `update tenant.alerts set touched_at = now() where id = ? and state = 'claimed' and claimed_by = ? and snoozed_until is null
        and touched_at < now() - interval '2 minutes' and touched_at > now() - make_interval(mins => ?)`,
    [id, officerId, IDLE_MINUTES]
  )
  if (touched > 0) await ringBy('desk', new Date(Date.now() + IDLE_MINUTES * 60_000))
}
