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
import { drawInspector } from './draw_inspector.js'
import { writeOrderEvent } from './write_order_event.js'

const DRAWN = (officerId: string): Condition => ({ sql: 'drawn_id = ?', bindings: [officerId] })
/**
 * Reviewer ≠ inspector: people are compared, not accounts. Of a result that was told, neither who was drawn for the order nor
 * who examined by the system's own words, by name or address of mail, is another person.
 */
export const OTHER_PERSON = (officerId: string): Condition => ({
  sql: `not exists (select 1 from tenant.officers i join tenant.officers r on coalesce(i.same_person_as, i.id) = coalesce(r.same_person_as, r.id)
    where r.id = ? and (i.id = inspector_id or (inspector_id is null and i.id = drawn_id) or exists (
      select 1 from tenant.examination_orders e join tenant.examinations x on x.tenant_id = e.tenant_id and x.id = e.examination_id
       where e.order_id = inspection_orders.id and e.standing = 'taken'
         and (lower(x.examiner_name) = lower(i.name) or lower(x.examiner_identifier) = lower(i.email)))))`,
  bindings: [officerId],
})

interface Move {
  act: Exclude<OrderAct, 'miss' | 'hand_over'>
  /** `null`: the system. */
  officerId?: string
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
  step_aside: 'inspection.stepped_aside',
  reassign: 'inspection.reassigned',
  take_told: 'inspection.result_told',
  return_told: 'inspection.returned',
  cancel: 'inspection.cancelled',
}

/** What the history calls an act, where it is not the state it leads to. */
const TOLD_AS: Partial<Readonly<Record<Move['act'], 'returned' | 'stepped_aside' | 'reassigned' | 'told'>>> = {
  return: 'returned',
  step_aside: 'stepped_aside',
  reassign: 'reassigned',
  take_told: 'told',
  return_told: 'returned',
}

/** The only way an order is moved by an officer, or by a result that was told: compare-and-set on its state, so that one of any number of people wins. */
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
    await writeOrderEvent([orderId], TOLD_AS[move.act] ?? to, move)
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

/** By who was drawn, and nobody else. */
export const acceptOrder = (orderId: string, officerId: string) =>
  moveOrder(orderId, {
    act: 'accept',
    officerId,
    set: { sql: 'inspector_id = ?', bindings: [officerId] },
    where: { sql: 'drawn_id = ?', bindings: [officerId] },
  })

export const startOrder = (orderId: string, officerId: string) =>
  moveOrder(orderId, {
    act: 'start',
    officerId,
    set: { sql: 'started_at = coalesce(started_at, now())', bindings: [] },
    where: { sql: 'inspector_id = ?', bindings: [officerId] },
    then: () => announce('inspection:started', { orderIds: [orderId] }),
  })

/** By who was drawn: nobody can do it there, or not now. The order ends and its alerts ask again. */
export const refuseOrder = (orderId: string, officerId: string, reason: Refusal, note: string | null) =>
  moveOrder(orderId, {
    act: 'refuse',
    officerId,
    set: { sql: 'refusal = ?, closed_at = now()', bindings: [reason] },
    where: DRAWN(officerId),
    reason,
    note,
    then: () => announceEnd([orderId], 'refused'),
  })

/** By who was drawn and knows the parties: the order stays, and another is drawn without them. */
export const stepAside = (orderId: string, officerId: string, note: string | null) =>
  moveOrder(orderId, {
    act: 'step_aside',
    officerId,
    set: { sql: 'inspector_id = null, drawn_id = null', bindings: [] },
    where: DRAWN(officerId),
    reason: 'own_connection',
    note,
    then: async () => void (await drawInspector(orderId, 'stepped_aside')),
  })

export const cancelOrder = (orderId: string, officerId: string, note: string) =>
  moveOrder(orderId, {
    act: 'cancel',
    officerId,
    set: { sql: 'closed_at = now()', bindings: [] },
    note,
    then: () => announceEnd([orderId], 'cancelled'),
  })

/** Reviewer ≠ inspector: asked by the policy, here and by a check of the table. */
export const reviewOrder = (orderId: string, officerId: string, note: string | null) =>
  moveOrder(orderId, {
    act: 'review',
    officerId,
    set: { sql: 'reviewer_id = ?', bindings: [officerId] },
    where: OTHER_PERSON(officerId),
    note,
    then: () => announce('outcome:recorded', { orderIds: [orderId] }),
  })
