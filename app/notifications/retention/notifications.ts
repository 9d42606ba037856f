import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** What officers were told. A mail is younger than what it counts, so it goes after it. */
export const notifications: RetentionClass = {
  code: 'notifications',
  tables: ['notifications', 'notification_mails'],
  defaults: { maskAfterDays: null, deleteAfterDays: 90 },
  exact: true,
  mask: { notNeeded: 'counts and ids, which go as a whole' },
  remove: agedRows({ table: 'notifications', end: 'created_at' }, { table: 'notification_mails', end: 'created_at' }),
}
