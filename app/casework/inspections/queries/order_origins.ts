import { rows } from '#platform/tenancy/database'

export interface OrderOrigin {
  orderId: string
  kind: 'alert' | 'officer' | 'random'
  /** Only for who reads alerts. */
  alertId: string | null
  orderedBy: string | null
  overBooked: string | null
}

/**
 * Why orders were made, as far as this reader may know: a function of the database decides, because
 * the application itself has no right to read the table (ADR 0019). Of open orders nobody learns it.
 */
export const orderOrigins = (orderIds: readonly string[], readerId: string): Promise<OrderOrigin[]> =>
  rows(
    `select g.order_id as "orderId", g.kind, g.alert_id as "alertId", o.name as "orderedBy", g.over_booked as "overBooked"
       from tenant.order_origins(?::uuid[], ?::uuid) g left join tenant.officers o on o.id = g.ordered_by order by g.order_id, g.alert_id`,
    [orderIds, readerId]
  )

/** The alerts that wait for these orders: for the alerts, never for a screen. */
export async function alertsOfOrders(orderIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ alert_id: string }>(`select alert_id from tenant.alerts_of_orders(?::uuid[])`, [orderIds])
  return found.map((row) => row.alert_id)
}
