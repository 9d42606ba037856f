import { rows } from '#platform/tenancy/database'

/** Who was drawn for each order; an order for which nobody was able has none. */
export const inspectorsOfOrders = (orderIds: readonly string[]): Promise<{ orderId: string; officers: string[] }[]> =>
  rows(
    `select o.id as "orderId", case when o.drawn_id is null then array[]::uuid[] else array[o.drawn_id] end as officers
       from tenant.inspection_orders o where o.id = any (?::uuid[]) order by o.id`,
    [`{${orderIds.join(',')}}`]
  )
