import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Which right was asked for and confirmed by whom; what still waits or stands is never due. */
export const accessDecisions: RetentionClass = {
  code: 'access_decisions',
  tables: ['grant_requests', 'conflict_waivers', 'officer_handovers'],
  defaults: { maskAfterDays: null, deleteAfterDays: 3652 },
  mask: { notNeeded: 'officers by id, and who confirmed is what it is kept for' },
  remove: agedRows(
    { table: 'grant_requests', end: `case when state <> 'waiting' then coalesce(decided_at, requested_at) end` },
    { table: 'conflict_waivers', end: 'ended_at' },
    { table: 'officer_handovers', end: 'at' }
  ),
}
