import type { RoomEvents } from '#platform/events/announce'
import { missOrders } from '../actions/miss_orders.js'

/** Orders of cargo that left unexamined are missed. */
export const ordersOfLeftCargo = async (event: RoomEvents['event:recorded']) => {
  if (event.happened && event.kind !== 'discharge') await missOrders(event)
}
