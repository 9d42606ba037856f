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
    {
      due: { sql: `select id from tenant.officer_letters where created_at < ? order by created_at, id limit ?` },
      count: { sql: `select count(*)::int as count from tenant.officer_letters where created_at < ?` },
      remove: { sql: `delete from tenant.officer_letters where id = any(?::uuid[])` },
    },
    {
      due: {
        sql: `select code_hash as id from tenant.officer_recovery_codes where used_at < ? order by used_at, code_hash limit ?`,
      },
      count: { sql: `select count(*)::int as count from tenant.officer_recovery_codes where used_at < ?` },
      remove: { sql: `delete from tenant.officer_recovery_codes where code_hash = any(?::text[])` },
    }
  ),
}
