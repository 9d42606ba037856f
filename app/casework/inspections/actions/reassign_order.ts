import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, forbidden, invalid, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { drawInspector } from './draw_inspector.js'
import { moveOrder } from './move_order.js'
import { isAble } from '../queries/list_reassignments.js'

interface Waiting {
  order_id: string
  from_id: string | null
  to_id: string
  asked_by: string
}

/** Asks that another inspector goes than the one drawn: with a reason, and nothing changes until a second person says so. */
export async function askReassignment(
  orderId: string,
  officerId: string,
  { to, reason }: { to: string; reason: string }
): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    const order = await firstRow<{ drawn_id: string | null }>(
      `select drawn_id from tenant.inspection_orders where id = ? and state in ('ordered', 'accepted') for update`,
      [orderId]
    )
    if (!order) return err(conflict('casework.refused_changed'))
    if (to === order.drawn_id || !(await isAble(orderId, to))) return err(invalid('to', 'casework.not_able'))
    if (await samePerson(officerId, to)) return err(forbidden('casework.refused_own_reassignment'))
    const waiting = await firstRow(
      `select 1 from tenant.inspection_reassignments where order_id = ? and state = 'waiting'`,
      [orderId]
    )
    if (waiting) return err(conflict('casework.refused_reassignment_waits'))
    const id = uuidv7()
    await execute(
      `insert into tenant.inspection_reassignments (tenant_id, id, order_id, from_id, to_id, reason, asked_by) values (?, ?, ?, ?, ?, ?, ?)`,
      [tenancy.current().administration.id, id, orderId, order.drawn_id, to, reason, officerId]
    )
    await recordAction({
      action: 'inspection.reassignment_asked',
      subject: { kind: 'inspection', id: orderId },
      data: { reassignment: id, from: order.drawn_id, to },
    })
    await notifyLive('inspection:changed', orderId)
    return ok(id)
  })
}

/** The second person's word. Neither who asked nor who would go can give it; a person with two accounts is one. */
export async function decideReassignment(
  orderId: string,
  id: string,
  officerId: string,
  decision: 'confirmed' | 'refused'
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const asked = await firstRow<Waiting>(
      `select order_id, from_id, to_id, asked_by from tenant.inspection_reassignments
        where id = ? and order_id = ? and state = 'waiting' for update`,
      [id, orderId]
    )
    if (!asked) return err(conflict('casework.refused_changed'))
    if ((await samePerson(officerId, asked.asked_by)) || (await samePerson(officerId, asked.to_id)))
      return err(forbidden('casework.refused_own_reassignment'))
    const state = decision === 'confirmed' && !(await isAble(orderId, asked.to_id)) ? 'outdated' : decision
    await execute(
      `update tenant.inspection_reassignments set state = ?, decided_by = ?, decided_at = now() where id = ?`,
      [state, officerId, id]
    )
    await recordAction({
      action: 'inspection.reassignment_decided',
      subject: { kind: 'inspection', id: orderId },
      data: { reassignment: id, state, from: asked.from_id, to: asked.to_id },
    })
    if (state === 'outdated') return err(conflict('casework.not_able'))
    if (state === 'refused') return ok(null)
    return moveOrder(orderId, {
      act: 'reassign',
      officerId,
      set: { sql: 'inspector_id = null, drawn_id = ?', bindings: [asked.to_id] },
      where: { sql: 'drawn_id is not distinct from ?::uuid', bindings: [asked.from_id] },
    })
  })
}

/** Draws once more where nobody was able, or who was drawn no longer is. It cannot be used to draw until one likes it. */
export async function drawAgain(orderId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const order = await firstRow<{ drawn_id: string | null }>(
      `select drawn_id from tenant.inspection_orders where id = ? and state = 'ordered' for update`,
      [orderId]
    )
    if (!order || (order.drawn_id && (await isAble(orderId, order.drawn_id))))
      return err(conflict('casework.refused_drawn_already'))
    if ((await drawInspector(orderId, 'asked_again')) === null) return err(conflict('casework.nobody_able'))
    await notifyLive('inspection:changed', orderId)
    return ok(null)
  })
}

const samePerson = async (one: string, other: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.officers a join tenant.officers b on coalesce(a.same_person_as, a.id) = coalesce(b.same_person_as, b.id)
      where a.id = ? and b.id = ?`,
    [one, other]
  )) !== null
