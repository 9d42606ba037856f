import { recordAction } from '#platform/audit/record'
import { notifyLive } from '#platform/live/notify'
import { rows } from '#platform/tenancy/database'
import { TRANSITIONS } from '../order_machine.js'
import { announceEnd } from './announce_end.js'
import { writeOrderEvent } from './write_order_event.js'

/** Cargo that left: consignments as a whole, and one container by itself. */
interface CargoLeft {
  consignmentIds: readonly string[]
  equipment: string | null
  /** Those of the consignments of which nothing is left here. */
  gone: readonly string[]
}

/** Orders nobody began before the cargo left are missed. Only the system says so, on the event (T40). */
export async function missOrders({ consignmentIds, equipment, gone }: CargoLeft): Promise<void> {
  const missed = await rows<{ id: string }>(
    `update tenant.inspection_orders set state = ?, version = version + 1, closed_at = now()
      where consignment_id = any (?::uuid[]) and state = any (?::text[])
        and (consignment_id = any (?::uuid[]) or equipment = ?) returning id`,
    [TRANSITIONS.miss.to, consignmentIds, TRANSITIONS.miss.from, gone, equipment]
  )
  if (missed.length === 0) return
  const orderIds = missed.map(({ id }) => id)
  await writeOrderEvent(orderIds, 'missed', {})
  await recordAction({ action: 'inspection.missed', data: { count: orderIds.length, orders: orderIds.slice(0, 100) } })
  await announceEnd(orderIds, 'missed')
  for (const id of orderIds) await notifyLive('inspection:changed', id)
}
