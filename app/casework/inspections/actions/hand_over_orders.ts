import { recordAction } from '#platform/audit/record'
import { notifyLive } from '#platform/live/notify'
import { rows } from '#platform/tenancy/database'
import { TRANSITIONS } from '../order_machine.js'
import { drawInspector } from './draw_inspector.js'
import { writeOrderEvent } from './write_order_event.js'

/** What an inspector was drawn for and did not finish is drawn again; says which orders. */
export async function handOverOrders(inspectorId: string): Promise<string[]> {
  const { from, to } = TRANSITIONS.hand_over
  const moved = await rows<{ id: string }>(
    `update tenant.inspection_orders set state = ?, inspector_id = null, drawn_id = null, version = version + 1
      where drawn_id = ? and state = any (?::text[]) returning id`,
    [to, inspectorId, from]
  )
  const orderIds = moved.map(({ id }) => id).sort()
  if (orderIds.length === 0) return []
  await writeOrderEvent(orderIds, to, { reason: 'handed_over' })
  await recordAction({
    action: 'inspection.handed_over',
    subject: { kind: 'officer', id: inspectorId },
    data: { count: orderIds.length, orders: orderIds.slice(0, 100) },
  })
  for (const id of orderIds) await drawInspector(id, 'handed_over')
  for (const id of orderIds) await notifyLive('inspection:changed', id)
  return orderIds
}
