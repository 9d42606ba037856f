import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** What officers were told. A mail is younger than what it counts, so it goes after it. */
export const notifications: RetentionClass = {
  code: 'notifications',
  tables: ['notifications', 'notification_mails'],
  defaults: { maskAfterDays: null, deleteAfterDays: 90 },
  exact: true,
  mask: { notNeeded: 'counts and ids, which go as a whole' },
  remove: agedRows(
    {
      due: { sql: `select id from tenant.notifications where created_at < ? order by created_at, id limit ?` },
      count: { sql: `select count(*)::int as count from tenant.notifications where created_at < ?` },
      remove: { sql: `delete from tenant.notifications where id = any(?::uuid[])` },
    },
    {
      due: { sql: `select id from tenant.notification_mails where created_at < ? order by created_at, id limit ?` },
      count: { sql: `select count(*)::int as count from tenant.notification_mails where created_at < ?` },
      remove: { sql: `delete from tenant.notification_mails where id = any(?::uuid[])` },
    }
  ),
}
