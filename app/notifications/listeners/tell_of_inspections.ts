import { inspectorsOfOrders } from '#app/casework/published'
import type { Permission } from '#platform/access/permissions'
import { recordNotifications } from '../actions/record_notifications.js'
import type { KindCode } from '../kinds.js'
import { listHolders } from '../queries/list_holders.js'
import { toldOfOne } from '../told_of_one.js'

interface Orders {
  orderIds: readonly string[]
}

/**
 * Inspectors of the site hear of an order, and of nothing else: no band, port or threat, whatever
 * the order came from, so that a random one reads like every other (DECISIONS 18).
 */
export async function tellOfOrders({ orderIds }: Orders): Promise<void> {
  const orders = await inspectorsOfOrders(orderIds)
  await recordNotifications(
    'inspection_ordered',
    orders.map(({ orderId, officers }) => toldOfOne(orderId, officers))
  )
}

/** A result waits for who reviews it. */
export const tellOfResults = (orders: Orders): Promise<void> =>
  tellHolders('inspection_done', 'inspections.review', orders)

/** Who orders inspections hears what came of them. */
export const tellOfOutcomes = (orders: Orders): Promise<void> =>
  tellHolders('outcome_recorded', 'inspections.order', orders)

async function tellHolders(kind: KindCode, permission: Permission, { orderIds }: Orders): Promise<void> {
  const officers = await listHolders(permission)
  await recordNotifications(
    kind,
    orderIds.map((orderId) => toldOfOne(orderId, officers))
  )
}
