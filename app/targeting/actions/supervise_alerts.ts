import type { Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import { ringBy } from '#platform/queue/doorbell'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { looksAt } from '#platform/tenancy/unit_scope'
import { IDLE_MINUTES, type AlertRow } from '../queries/get_alert.js'
import { portOfAlert, type Colleague } from '../queries/list_colleagues.js'
import { askedOtherwise } from './merge_alerts.js'
import { moveAlert, type RefusedMove } from './move_alert.js'

/** Opened again by a supervisor, who says why. */
export const reopenAlert = (id: string, officer: Officer, note: string): Promise<Result<AlertRow, RefusedMove>> =>
  unitOfWork(async () => {
    const asked = await askedOtherwise(id)
    const moved = await moveAlert(id, {
      act: 'reopen',
      officer,
      note,
      refuse: () => (asked ? 'asked_otherwise' : null),
    })
    // What is suppressed with it is asked for again from now on.
    if (moved.ok)
      await execute(`update tenant.alert_suppressions set ended_at = now() where alert_id = ? and ended_at is null`, [
        id,
      ])
    return moved
  })

/** Into the hands of a colleague whose units look at it; from somebody else's hands only with a reason. */
export const assignAlert = (
  id: string,
  officer: Officer,
  to: Colleague,
  note: string | null
): Promise<Result<AlertRow, RefusedMove>> =>
  unitOfWork(async () => {
    const where = await portOfAlert(id)
    const moved = await moveAlert(id, {
      act: ({ state }) => (state === 'claimed' ? 'reassign' : 'assign'),
      officer,
      note,
      target: to.id,
      refuse: (alert) => {
        if (alert.claimed_by === to.id) return 'held_already'
        return looksAt(to.scope, { port: where, threat: alert.threat }) ? null : 'not_their_unit'
      },
      set: { sql: 'claimed_by = ?, claimed_at = now()', bindings: [to.id] },
    })
    if (moved.ok) await ringBy('desk', new Date(Date.now() + IDLE_MINUTES * 60_000))
    return moved
  })

/** Longest time an administration asks for no alert between two parties. */
export const MOST_SUPPRESSED_DAYS = 90

/**
 * Closes it, and for so many days every new one of its threat between the same two parties is kept without
 * asking anybody: stored, listed, never high and never a hard one.
 */
export const suppressAlert = (
  id: string,
  officer: Officer,
  why: { reason: string; note: string | null; days: number }
): Promise<Result<AlertRow, RefusedMove>> =>
  unitOfWork(async () => {
    const moved = await moveAlert(id, {
      act: 'suppress',
      officer,
      reason: why.reason,
      note: why.note,
      refuse: ({ band }) => (band === 'high' ? 'suppress_high' : null),
      set: {
        sql: `decided_by = ?, decided_at = now(), decision_reason = ?, decision_note = ?`,
        bindings: [officer.id, why.reason, why.note],
      },
    })
    if (!moved.ok) return moved
    await execute(
      `insert into tenant.alert_suppressions (tenant_id, id, alert_id, threat, until, created_by)
       values (?, ?, ?, ?, now() + make_interval(days => ?), ?)`,
      [tenancy.current().administration.id, uuidv7(), id, moved.value.threat, why.days, officer.id]
    )
    return moved
  })
