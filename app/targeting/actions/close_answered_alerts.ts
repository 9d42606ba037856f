import { notifyLive } from '#platform/live/notify'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Alerts whose inspection was ordered are answered. */
export const orderedAlerts = (alertIds: readonly string[]) =>
  move(alertIds, 'ordered', `a.id = any (?::uuid[]) and a.state in ('new', 'claimed')`, `state = 'ordered'`)

/** Alerts still open when their cargo left: nobody decided in time, which counts as missed. */
export const expireAlertsOf = (consignmentIds: readonly string[]) =>
  move(
    consignmentIds,
    'expired',
    `a.consignment_id = any (?::uuid[]) and a.state in ('new', 'claimed')`,
    `state = 'expired'`
  )

/** The order of these alerts was missed, and so are they. */
export const missedAlerts = (alertIds: readonly string[]) =>
  move(alertIds, 'expired', `a.id = any (?::uuid[]) and a.state = 'ordered'`, `state = 'expired'`)

/** The order of these alerts was refused or cancelled: they ask again, unless a newer alert of their threat does. */
export const askAgain = (alertIds: readonly string[]) =>
  move(
    alertIds,
    'reopened',
    `a.id = any (?::uuid[]) and a.state = 'ordered' and not exists (select 1 from tenant.alerts o where o.tenant_id = a.tenant_id
      and o.consignment_id = a.consignment_id and o.threat = a.threat and o.state in ('new', 'claimed'))`,
    `state = 'new', claimed_by = null, claimed_at = null`
  )

async function move(
  ids: readonly string[],
  kind: 'ordered' | 'expired' | 'reopened',
  where: string,
  set: string
): Promise<void> {
  if (ids.length === 0) return
  const moved = await rows<{ id: string }>(
    `update tenant.alerts a set ${set}, changed_at = now(), version = version + 1 where ${where} returning id`,
    [ids]
  )
  if (moved.length === 0) return
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind) select ?::uuid, uuidv7(), id, ? from unnest(?::uuid[]) as id`,
    [tenancy.current().administration.id, kind, moved.map(({ id }) => id)]
  )
  for (const { id } of moved) await notifyLive('alert:changed', id)
}
