import { agedRows } from '#platform/retention/aged_rows'
import type { RetentionClass } from '#platform/retention/retention_class'

/** Mails about accounts, whose links live for hours, and recovery codes that were used. */
export const letters: RetentionClass = {
  code: 'letters',
  tables: ['officer_letters', 'officer_recovery_codes'],
  defaults: { maskAfterDays: null, deleteAfterDays: 30 },
  exact: true,
  mask: { notNeeded: 'the whole row goes, and the audit keeps that it happened' },
  remove: agedRows(
    { table: 'officer_letters', end: 'created_at' },
    { table: 'officer_recovery_codes', end: 'used_at', key: 'code_hash', type: 'text' }
  ),
}
