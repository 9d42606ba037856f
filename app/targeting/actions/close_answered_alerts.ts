import { notifyLive } from '#platform/live/notify'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { systemMove } from '../alert_acts.js'

const OF_ALERTS = { sql: `a.id = any (?::uuid[])` }
const OF_CARGO = { sql: `a.consignment_id = any (?::uuid[])` }
const NOT_ASKED_OTHERWISE = {
  sql: `a.id = any (?::uuid[]) and not exists (select 1 from tenant.alerts o where o.tenant_id = a.tenant_id
    and o.consignment_id = a.consignment_id and o.threat = a.threat and o.state in ('new', 'claimed'))`,
}

/** Alerts whose inspection was ordered are answered. */
export const orderedAlerts = (alertIds: readonly string[]) => move(alertIds, OF_ALERTS, 'order', 'ordered')

/** Alerts still open when their cargo left: nobody decided in time, which counts as missed. */
export const expireAlertsOf = (consignmentIds: readonly string[]) => move(consignmentIds, OF_CARGO, 'expire', 'expired')

/** The order of these alerts was missed, and so are they. */
export const missedAlerts = (alertIds: readonly string[]) => move(alertIds, OF_ALERTS, 'miss', 'expired')

/** The order of these alerts was refused or cancelled: they ask again, unless a newer alert of their threat does. */
export const askAgain = (alertIds: readonly string[]) => move(alertIds, NOT_ASKED_OTHERWISE, 'ask_again', 'reopened')

/** What happens by itself happens from every step of the phases it ends: no administration can narrow it. */
async function move(
  ids: readonly string[],
  which: { sql: string },
  act: Parameters<typeof systemMove>[0],
  kind: 'ordered' | 'expired' | 'reopened'
): Promise<void> {
  if (ids.length === 0) return
  const { from, to } = systemMove(act)
  const moved = await rows<{ id: string }>(
    `update tenant.alerts a set state = ?, step = null, snoozed_until = null, snoozed_for = null, snoozed_by = null,
            claimed_by = case when ? then null else claimed_by end, claimed_at = case when ? then null else claimed_at end,
            touched_at = null, changed_at = now(), version = version + 1
      where a.state = any (?::text[]) and ${which.sql} returning id`,
    [to, to === 'new', to === 'new', from, ids]
  )
  if (moved.length === 0) return
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, act) select ?::uuid, uuidv7(), id, ?, ? from unnest(?::uuid[]) as id`,
    [tenancy.current().administration.id, kind, act, moved.map(({ id }) => id)]
  )
  for (const { id } of moved) await notifyLive('alert:changed', id)
}
