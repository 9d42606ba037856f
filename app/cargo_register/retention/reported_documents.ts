import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Bay plans, reports of terminals and gates, announcements: as long as it may have to be retraced how cargo travelled. */
export const reportedDocuments: RetentionClass = {
  code: 'reported_documents',
  tables: ['reported_documents', 'reported_records'],
  defaults: { maskAfterDays: null, deleteAfterDays: 1826 },
  mask: { notNeeded: 'numbers, places and times of equipment name nobody' },
  // Their lines go with them.
  remove: agedRows({
    due: { sql: `select id from tenant.reported_documents where filed_at < ? order by filed_at, id limit ?` },
    count: { sql: `select count(*)::int as count from tenant.reported_documents where filed_at < ?` },
    remove: { sql: `delete from tenant.reported_documents where id = any(?::uuid[])` },
  }),
}
