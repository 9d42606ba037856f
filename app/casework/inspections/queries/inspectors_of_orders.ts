import { rows } from '#platform/tenancy/database'

/** Officers who work at the site of each order. */
export const inspectorsOfOrders = (orderIds: readonly string[]): Promise<{ orderId: string; officers: string[] }[]> =>
  rows(
    `select o.id as "orderId", array_agg(s.officer_id order by s.officer_id) as officers
       from tenant.inspection_orders o join tenant.site_officers s on s.site_id = o.site_id
      where o.id = any (?::uuid[]) group by o.id order by o.id`,
    [`{${orderIds.join(',')}}`]
  )
