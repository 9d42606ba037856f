import { err, ok, type Result } from '#core/kernel/result'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { isAlertInScope } from '../queries/alert_in_scope.js'
import { writeAlertEvent } from './write_alert_event.js'

export interface Holder {
  id: string
  name: string
  since: Date
}

/** First come, first served: one of any number of people claiming at once wins. */
export async function claimAlert(
  alertId: string,
  officerId: string
): Promise<Result<Holder, { reason: 'missing' } | { reason: 'closed' } | { reason: 'held'; holder: Holder }>> {
  return unitOfWork(async () => {
    if (!(await isAlertInScope(alertId))) return err({ reason: 'missing' as const })
    const won = await execute(
      `update tenant.alerts set state = 'claimed', claimed_by = ?, claimed_at = now(), changed_at = now(), version = version + 1
        where id = ? and (state = 'new' or (state = 'claimed' and claimed_by = ?))`,
      [officerId, alertId, officerId]
    )
    const now = await firstRow<{ state: string; id: string | null; name: string | null; since: Date | null }>(
      `select a.state, o.id, o.name, a.claimed_at as since from tenant.alerts a
         left join tenant.officers o on o.tenant_id = a.tenant_id and o.id = a.claimed_by where a.id = ?`,
      [alertId]
    )
    if (!now) return err({ reason: 'missing' as const })
    if (won === 0 && now.state !== 'claimed') return err({ reason: 'closed' as const })
    const holder = { id: now.id!, name: now.name!, since: now.since! }
    if (won === 0) return err({ reason: 'held' as const, holder })
    await writeAlertEvent(alertId, 'claimed', { officerId: tenancy.current().actor.id })
    await notifyLive('alert:changed', alertId)
    return ok(holder)
  })
}
