import type { RetentionClass } from '#platform/retention/retention_class'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { forgetHistory } from '../actions/write_traces.js'

const OLD = `from tenant.consignment_history h where h.filed_at < ?`

/** By what history tells parties apart. No window of an indicator looks further back than two years. */
export const partyKeys: RetentionClass = {
  code: 'party_keys',
  // Counters go with the rows they count.
  tables: ['consignment_history', 'history_days', 'history_traces'],
  defaults: { maskAfterDays: null, deleteAfterDays: 730 },
  exact: true,
  mask: { notNeeded: 'the key is all there is; it is deleted' },
  remove: {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select h.consignment_id as id ${OLD} and not tenant.consignment_is_held(h.consignment_id) order by h.filed_at, h.consignment_id limit ?`,
          [before, limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.consignment_is_held(h.consignment_id)))::int as held ${OLD}`,
        [before]
      ))!,
    apply: (due) => unitOfWork(() => forgetHistory(due)),
  },
}
