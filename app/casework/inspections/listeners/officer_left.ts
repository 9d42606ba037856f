import { handOverOrders } from '../actions/hand_over_orders.js'

interface Deactivated {
  officerId: string
  handedOver: { kind: string; id: string }[]
}

/** Inspections of an officer who works here no more are ordered again. */
export async function ordersOfLeftOfficer({ officerId, handedOver }: Deactivated): Promise<void> {
  for (const id of await handOverOrders(officerId)) handedOver.push({ kind: 'inspection', id })
}
