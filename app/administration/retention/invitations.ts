import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

export const invitations: RetentionClass = {
  code: 'invitations',
  tables: ['invitations'],
  defaults: { maskAfterDays: null, deleteAfterDays: 30 },
  exact: true,
  mask: { notNeeded: 'the whole row goes, and the audit keeps who invited whom' },
  remove: agedRows({
    due: {
      sql: `select id from tenant.invitations where coalesce(used_at, revoked_at, expires_at) < ? order by coalesce(used_at, revoked_at, expires_at), id limit ?`,
    },
    count: {
      sql: `select count(*)::int as count from tenant.invitations where coalesce(used_at, revoked_at, expires_at) < ?`,
    },
    remove: { sql: `delete from tenant.invitations where id = any(?::uuid[])` },
  }),
}
