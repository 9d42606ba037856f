import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

export const invitations: RetentionClass = {
  code: 'invitations',
  tables: ['invitations'],
  defaults: { maskAfterDays: null, deleteAfterDays: 30 },
  exact: true,
  mask: { notNeeded: 'the whole row goes, and the audit keeps who invited whom' },
  remove: agedRows({ table: 'invitations', end: 'coalesce(used_at, revoked_at, expires_at)' }),
}
