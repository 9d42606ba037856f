import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows } from '#platform/tenancy/database'

const OLD = `from tenant.history_checks h where h.ordered_at < ?`
const HELD = `tenant.order_is_held(h.order_id, h.consignment_id)`

/** What inspections found at whom, as the engine counts it. A container is remembered for 36 months, the longest window. */
export const checkedCargo: RetentionClass = {
  code: 'checked_cargo',
  tables: ['history_checks', 'history_check_keys'],
  defaults: { maskAfterDays: null, deleteAfterDays: 1096 },
  exact: true,
  mask: { notNeeded: 'the keys of an inspection go with it' },
  remove: {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select h.order_id as id ${OLD} and not ${HELD} order by h.ordered_at, h.order_id limit ?`,
          [before, limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where ${HELD}))::int as held ${OLD}`,
        [before]
      ))!,
    apply: async (due) =>
      void (await execute(`delete from tenant.history_checks where order_id = any(?::uuid[])`, [due])),
  },
}
