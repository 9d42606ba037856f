import { consignmentInScope } from '#app/cargo_register/published'
import { firstRow } from '#platform/tenancy/database'
import type { OrderState } from '../order_machine.js'

export interface OrderRow {
  id: string
  number: string
  site_id: string
  site: string
  site_port: string | null
  type: string
  consignment_id: string
  revision_id: string
  equipment: string | null
  day: string | null
  shift: string | null
  useful_until: Date
  state: OrderState
  inspector_id: string | null
  inspector: string | null
  drawn_id: string | null
  drawn: string | null
  reviewer: string | null
  refusal: string | null
  ordered_at: Date
  started_at: Date | null
  closed_at: Date | null
  /** Who examined, by the words of the system that told the outcome. */
  examiner_name: string | null
  examiner_identifier: string | null
}

/** An order as everybody may see it who sees orders, of cargo their units look at. Nothing here says why it was made. */
export function getOrder(id: string): Promise<OrderRow | null> {
  const scope = consignmentInScope()
  return firstRow(
    `select o.id, o.number::text, o.site_id, s.name as site, s.port as site_port, o.type, o.consignment_id, c.revision_id, o.equipment,
            o.day::text, o.shift, o.useful_until, o.state, o.inspector_id, i.name as inspector, o.drawn_id, d.name as drawn, r.name as reviewer, o.refusal,
            o.ordered_at, o.started_at, o.closed_at, x.examiner_name, x.examiner_identifier
       from tenant.inspection_orders o
       join tenant.sites s on s.tenant_id = o.tenant_id and s.id = o.site_id
       join tenant.consignments c on c.tenant_id = o.tenant_id and c.id = o.consignment_id
       left join tenant.officers i on i.tenant_id = o.tenant_id and i.id = o.inspector_id
       left join tenant.officers d on d.tenant_id = o.tenant_id and d.id = o.drawn_id
       left join tenant.officers r on r.tenant_id = o.tenant_id and r.id = o.reviewer_id
       left join tenant.examination_orders e on e.tenant_id = o.tenant_id and e.order_id = o.id and e.standing = 'taken'
       left join tenant.examinations x on x.tenant_id = e.tenant_id and x.id = e.examination_id
      where o.id = ? and ${scope.sql}`,
    [id, ...scope.bindings]
  )
}
