import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Sheets that shifts left to each other: ships, counts and who signed. */
export const handovers: RetentionClass = {
  code: 'handovers',
  tables: ['handovers'],
  defaults: { maskAfterDays: null, deleteAfterDays: 1826 },
  mask: { notNeeded: 'a sheet names ships, counts and the officers who signed, and no party' },
  remove: agedRows({
    due: { sql: `select id from tenant.handovers where written_at < ? order by written_at, id limit ?` },
    count: { sql: `select count(*)::int as count from tenant.handovers where written_at < ?` },
    remove: { sql: `delete from tenant.handovers where id = any(?::uuid[])` },
  }),
}
