import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { ringBy } from '#platform/queue/doorbell'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { IDLE_MINUTES } from '../queries/get_alert.js'
import { moveAlert } from './move_alert.js'

export interface Holder {
  id: string
  name: string
  since: Date
}

export type RefusedClaim = { reason: 'refused'; key: string } | { reason: 'held'; holder: Holder }

/** First come, first served: one of any number of people claiming at once wins. Claiming what one holds changes nothing. */
export async function claimAlert(alertId: string, officer: Officer): Promise<Result<Holder, RefusedClaim>> {
  return unitOfWork(async () => {
    const moved = await moveAlert(alertId, {
      act: 'claim',
      officer,
      refuse: ({ state }) => (state === 'claimed' ? 'held' : null),
      set: { sql: 'claimed_by = ?, claimed_at = now()', bindings: [officer.id] },
    })
    if (!moved.ok && moved.error.key !== 'held') return err({ reason: 'refused' as const, key: moved.error.key })
    if (moved.ok) await ringBy('desk', new Date(Date.now() + IDLE_MINUTES * 60_000))
    const holder = (await holderOf(alertId))!
    return moved.ok || holder.id === officer.id ? ok(holder) : err({ reason: 'held' as const, holder })
  })
}

const holderOf = (alertId: string): Promise<Holder | null> =>
  firstRow<Holder>(
    `select o.id, o.name, a.claimed_at as since from tenant.alerts a
       join tenant.officers o on o.tenant_id = a.tenant_id and o.id = a.claimed_by where a.id = ?`,
    [alertId]
  )
