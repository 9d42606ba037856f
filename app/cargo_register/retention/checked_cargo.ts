import type { RetentionClass } from '#platform/retention/retention_class'
import { unlessHeld } from '#platform/retention/unless_held'
import { execute } from '#platform/tenancy/database'

/** What inspections found at whom, as the engine counts it. A container is remembered for 36 months, the longest window. */
export const checkedCargo: RetentionClass = {
  code: 'checked_cargo',
  tables: ['history_checks', 'history_check_keys'],
  defaults: { maskAfterDays: null, deleteAfterDays: 1096 },
  exact: true,
  mask: { notNeeded: 'the keys of an inspection go with it' },
  remove: unlessHeld(
    {
      id: { sql: `h.order_id` },
      old: { sql: `from tenant.history_checks h where h.ordered_at < ?` },
      held: { sql: `tenant.order_is_held(h.order_id, h.consignment_id)` },
      order: { sql: `h.ordered_at, h.order_id` },
    },
    async (due) => {
      await execute(`delete from tenant.history_checks where order_id = any(?::uuid[])`, [due])
    }
  ),
}
