import { consignmentInScope } from '#app/cargo_register/published'
import { firstRow } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'

/** Condition on `inspection_orders o`: the cargo it asks to look at is of the officer's units. */
export function orderInScope(): Condition {
  const scope = consignmentInScope()
  return {
    sql: `exists (select 1 from tenant.consignments c where c.id = o.consignment_id and ${scope.sql})`,
    bindings: scope.bindings,
  }
}

/** Whether the current officer may hear of the order with this id. */
export async function isOrderInScope(id: string): Promise<boolean> {
  const scope = orderInScope()
  const found = await firstRow(`select 1 from tenant.inspection_orders o where o.id = ? and ${scope.sql}`, [
    id,
    ...scope.bindings,
  ])
  return found !== null
}
