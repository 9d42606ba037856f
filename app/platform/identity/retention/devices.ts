import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Browsers that officers signed in from; one that was forgotten is told of as new. */
export const devices: RetentionClass = {
  code: 'devices',
  tables: ['officer_devices'],
  defaults: { maskAfterDays: null, deleteAfterDays: 180 },
  exact: true,
  mask: { notNeeded: 'the whole row goes' },
  remove: agedRows({
    due: { sql: `select id from tenant.officer_devices where last_seen_at < ? order by last_seen_at, id limit ?` },
    count: { sql: `select count(*)::int as count from tenant.officer_devices where last_seen_at < ?` },
    remove: { sql: `delete from tenant.officer_devices where id = any(?::uuid[])` },
  }),
}
