import { rows } from '#platform/tenancy/database'

export interface OrderEventRow {
  id: string
  kind: string
  by: string | null
  reason: string | null
  note: string | null
  at: Date
}

/** What happened to an order, oldest first. */
export const listOrderEvents = (orderId: string): Promise<OrderEventRow[]> =>
  rows(
    `select e.id, e.kind, p.name as by, e.reason, e.note, e.at from tenant.inspection_order_events e
       left join tenant.officers p on p.tenant_id = e.tenant_id and p.id = e.officer_id
      where e.order_id = ? order by e.at, e.id limit 200`,
    [orderId]
  )
