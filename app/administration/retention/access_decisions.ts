import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Which right was asked for and confirmed by whom; what still waits or stands is never due. */
export const accessDecisions: RetentionClass = {
  code: 'access_decisions',
  tables: ['grant_requests', 'conflict_waivers', 'officer_handovers'],
  defaults: { maskAfterDays: null, deleteAfterDays: 3652 },
  mask: { notNeeded: 'officers by id, and who confirmed is what it is kept for' },
  remove: agedRows(
    {
      due: {
        sql: `select id from tenant.grant_requests where (case when state <> 'waiting' then coalesce(decided_at, requested_at) end) < ? order by (case when state <> 'waiting' then coalesce(decided_at, requested_at) end), id limit ?`,
      },
      count: {
        sql: `select count(*)::int as count from tenant.grant_requests where (case when state <> 'waiting' then coalesce(decided_at, requested_at) end) < ?`,
      },
      remove: { sql: `delete from tenant.grant_requests where id = any(?::uuid[])` },
    },
    {
      due: { sql: `select id from tenant.conflict_waivers where ended_at < ? order by ended_at, id limit ?` },
      count: { sql: `select count(*)::int as count from tenant.conflict_waivers where ended_at < ?` },
      remove: { sql: `delete from tenant.conflict_waivers where id = any(?::uuid[])` },
    },
    {
      due: { sql: `select id from tenant.officer_handovers where at < ? order by at, id limit ?` },
      count: { sql: `select count(*)::int as count from tenant.officer_handovers where at < ?` },
      remove: { sql: `delete from tenant.officer_handovers where id = any(?::uuid[])` },
    }
  ),
}
