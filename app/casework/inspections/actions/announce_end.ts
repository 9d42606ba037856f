import { announce } from '#platform/events/announce'
import '../events.js'
import type { OrderEnd } from '../events.js'
import { alertsOfOrders } from '../queries/order_origins.js'

/** Says that orders ended without a result, to the alerts that waited for them. */
export const announceEnd = async (orderIds: readonly string[], how: OrderEnd): Promise<void> =>
  announce('inspection:ended', { orderIds, alertIds: await alertsOfOrders(orderIds), how })
