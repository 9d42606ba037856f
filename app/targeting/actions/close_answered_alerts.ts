import { notifyLive } from '#platform/live/notify'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { systemMove } from '../alert_acts.js'

/** Alerts whose inspection was ordered are answered. */
export const orderedAlerts = (alertIds: readonly string[]) => move(alertIds, 'id', 'order', 'ordered')

/** Alerts still open when their cargo left: nobody decided in time, which counts as missed. */
export const expireAlertsOf = (consignmentIds: readonly string[]) =>
  move(consignmentIds, 'consignment_id', 'expire', 'expired')

/** The order of these alerts was missed, and so are they. */
export const missedAlerts = (alertIds: readonly string[]) => move(alertIds, 'id', 'miss', 'expired')

/** The order of these alerts was refused or cancelled: they ask again, unless a newer alert of their threat does. */
export const askAgain = (alertIds: readonly string[]) =>
  move(
    alertIds,
    'id',
    'ask_again',
    'reopened',
    `and not exists (select 1 from tenant.alerts o where o.tenant_id = a.tenant_id
      and o.consignment_id = a.consignment_id and o.threat = a.threat and o.state in ('new', 'claimed'))`
  )

/** What happens by itself happens from every step of the phases it ends: no administration can narrow it. */
async function move(
  ids: readonly string[],
  column: 'id' | 'consignment_id',
  act: Parameters<typeof systemMove>[0],
  kind: 'ordered' | 'expired' | 'reopened',
  unless = ''
): Promise<void> {
  if (ids.length === 0) return
  const { from, to } = systemMove(act)
  const back = to === 'new' ? 'claimed_by = null, claimed_at = null, touched_at = null,' : ''
  const moved = await rows<{ id: string }>(
    `update tenant.alerts a set ${back} state = ?, step = null, snoozed_until = null, snoozed_for = null, snoozed_by = null,
            changed_at = now(), version = version + 1
      where a.${column} = any (?::uuid[]) and a.state = any (?::text[]) ${unless} returning id`,
    [to, ids, from]
  )
  if (moved.length === 0) return
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, act) select ?::uuid, uuidv7(), id, ?, ? from unnest(?::uuid[]) as id`,
    [tenancy.current().administration.id, kind, act, moved.map(({ id }) => id)]
  )
  for (const { id } of moved) await notifyLive('alert:changed', id)
}
