import { err, ok, type Result } from '#core/kernel/result'
import type { AuditAction } from '#platform/audit/actions'
import { recordAction } from '#platform/audit/record'
import { announce } from '#platform/events/announce'
import { conflict, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import '../events.js'
import type { Refusal } from '../codes.js'
import { TRANSITIONS, type OrderAct } from '../order_machine.js'
import { announceEnd } from './announce_end.js'
import { writeOrderEvent } from './write_order_event.js'

interface Move {
  act: Exclude<OrderAct, 'miss' | 'hand_over'>
  officerId: string
  /** Further columns. */
  set?: Condition
  /** Further condition. */
  where?: Condition
  reason?: string
  note?: string | null
  then?: () => Promise<void>
}

const AUDITED: Readonly<Record<Move['act'], AuditAction>> = {
  accept: 'inspection.accepted',
  refuse: 'inspection.refused',
  start: 'inspection.started',
  finish: 'inspection.done',
  return: 'inspection.returned',
  review: 'inspection.reviewed',
  cancel: 'inspection.cancelled',
}

/** The only way an officer moves an order: compare-and-set on its state, so that one of any number of people wins. */
export async function moveOrder(orderId: string, move: Move): Promise<Result<null, Failure>> {
  const { from, to } = TRANSITIONS[move.act]
  const { set = { sql: 'closed_at = closed_at', bindings: [] }, where = { sql: 'true', bindings: [] } } = move
  return unitOfWork(async () => {
    const moved = await execute(
      `update tenant.inspection_orders set state = ?, version = version + 1, ${set.sql}
        where id = ? and state = any (?::text[]) and ${where.sql}`,
      [to, ...set.bindings, orderId, from, ...where.bindings]
    )
    if (moved === 0) return err(conflict('casework.refused_changed'))
    await writeOrderEvent([orderId], move.act === 'return' ? 'returned' : to, move)
    await move.then?.()
    await recordAction({
      action: AUDITED[move.act],
      subject: { kind: 'inspection', id: orderId },
      data: move.reason ? { reason: move.reason } : {},
    })
    await notifyLive('inspection:changed', orderId)
    return ok(null)
  })
}

export const acceptOrder = (orderId: string, officerId: string) =>
  moveOrder(orderId, { act: 'accept', officerId, set: { sql: 'inspector_id = ?', bindings: [officerId] } })

export const startOrder = (orderId: string, officerId: string) =>
  moveOrder(orderId, {
    act: 'start',
    officerId,
    set: { sql: 'started_at = coalesce(started_at, now())', bindings: [] },
    where: { sql: 'inspector_id = ?', bindings: [officerId] },
    then: () => announce('inspection:started', { orderIds: [orderId] }),
  })

/** Before anybody accepted, by whoever inspects there; afterwards by the one who accepted. */
export const refuseOrder = (orderId: string, officerId: string, reason: Refusal, note: string | null) =>
  moveOrder(orderId, {
    act: 'refuse',
    officerId,
    set: { sql: 'refusal = ?, closed_at = now()', bindings: [reason] },
    where: { sql: '(inspector_id is null or inspector_id = ?)', bindings: [officerId] },
    reason,
    note,
    then: () => announceEnd([orderId], 'refused'),
  })

export const cancelOrder = (orderId: string, officerId: string, note: string) =>
  moveOrder(orderId, {
    act: 'cancel',
    officerId,
    set: { sql: 'closed_at = now()', bindings: [] },
    note,
    then: () => announceEnd([orderId], 'cancelled'),
  })

export const returnOrder = (orderId: string, officerId: string, note: string) =>
  moveOrder(orderId, {
    act: 'return',
    officerId,
    set: { sql: 'closed_at = null', bindings: [] },
    where: { sql: 'inspector_id <> ?', bindings: [officerId] },
    note,
  })

/** Reviewer ≠ inspector: asked by the policy, here and by a check of the table. */
export const reviewOrder = (orderId: string, officerId: string, note: string | null) =>
  moveOrder(orderId, {
    act: 'review',
    officerId,
    set: { sql: 'reviewer_id = ?', bindings: [officerId] },
    where: { sql: 'inspector_id <> ?', bindings: [officerId] },
    note,
    then: () => announce('outcome:recorded', { orderIds: [orderId] }),
  })
