import type { RetentionClass } from '#platform/retention/retention_class'
import { firstRow, rows } from '#platform/tenancy/database'
import { deleteConsignments } from './delete_consignments.js'
import { maskConsignments } from './mask_consignments.js'

const ids = async (found: Promise<{ id: string }[]>) => (await found).map(({ id }) => id)
const OLD = `from tenant.consignments c where c.first_registered_at < ?`

/** Who sent what to whom: five years by name, then by pseudonym, then not at all. */
export const consignments: RetentionClass = {
  code: 'consignments',
  tables: [
    'consignments',
    'consignment_revisions',
    'consignment_keys',
    'consignment_numbers',
    'cargo_events',
    'manifests',
    'manifest_keys',
  ],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 3652 },
  partitions: ['consignment_revisions'],
  mask: {
    due: (before, limit) =>
      ids(
        rows(
          `select c.id ${OLD} and (c.masked_at is null or c.masked_rule <> 'retention') and not tenant.consignment_is_held(c.id) order by c.id limit ?`,
          [before, limit]
        )
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.consignment_is_held(c.id)))::int as held ${OLD} and (c.masked_at is null or c.masked_rule <> 'retention')`,
        [before]
      ))!,
    apply: (due, erasing) => maskConsignments(due, erasing),
  },
  remove: {
    due: (before, limit) =>
      ids(rows(`select c.id ${OLD} and not tenant.consignment_is_held(c.id) order by c.id limit ?`, [before, limit])),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.consignment_is_held(c.id)))::int as held ${OLD}`,
        [before]
      ))!,
    apply: (due) => deleteConsignments(due),
  },
}
