import { rows } from '#platform/tenancy/database'
import type { OrderState } from '../order_machine.js'

export interface OrderBrief {
  id: string
  number: string
  type: string
  state: OrderState
  site: string
  equipment: string | null
  usefulUntil: Date
  orderedAt: Date
  closedAt: Date | null
  result: string | null
  outcomeAt: Date | null
}

/** Orders of a consignment, newest first, each with the outcome that holds. */
export const listOrdersOf = (consignmentId: string): Promise<OrderBrief[]> =>
  rows(
    `select o.id, o.number::text, o.type, o.state, s.name as site, o.equipment, o.useful_until as "usefulUntil",
            o.ordered_at as "orderedAt", o.closed_at as "closedAt", x.result, x.recorded_at as "outcomeAt"
       from tenant.inspection_orders o
       join tenant.sites s on s.tenant_id = o.tenant_id and s.id = o.site_id
       left join lateral (select result, recorded_at from tenant.outcomes x where x.tenant_id = o.tenant_id and x.order_id = o.id
         order by position desc limit 1) as x on true
      where o.consignment_id = ? order by o.ordered_at desc, o.id desc limit 50`,
    [consignmentId]
  )
