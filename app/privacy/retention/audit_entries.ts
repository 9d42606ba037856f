import type { RetentionClass } from '#platform/retention/retention_class'

/** Entries hold ids and digests only, and a chain that a deleted row would break: months are dropped whole. */
export const auditEntries: RetentionClass = {
  code: 'audit',
  tables: ['audit_entries', 'audit_seals', 'audit_verifications'],
  defaults: { maskAfterDays: null, deleteAfterDays: 3652 },
  mask: { notNeeded: 'entries name nobody: ids, codes, counts and digests' },
  remove: null,
  partitions: ['audit_entries'],
}
