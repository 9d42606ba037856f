import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { OrderState } from '../order_machine.js'

/** One line in the history of each of these orders. Who ordered is not in it: that would tell why. */
export async function writeOrderEvent(
  orderIds: readonly string[],
  kind: OrderState | 'returned' | 'stepped_aside' | 'reassigned' | 'told',
  by: { officerId?: string; reason?: string | null; note?: string | null }
): Promise<void> {
  await execute(
    `insert into tenant.inspection_order_events (tenant_id, id, order_id, kind, officer_id, reason, note)
     select ?, uuidv7(), id, ?, ?, ?, ? from unnest(?::uuid[]) as id`,
    [tenancy.current().administration.id, kind, by.officerId ?? null, by.reason ?? null, by.note ?? null, orderIds]
  )
}
