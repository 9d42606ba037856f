import { TenantSchema } from '#database/tenant_schema'

/** Whether a role gets what its template gains: it still is as its template made it (ADR 0052). */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.roles add column follows_template boolean not null default false`)
    // Of the roles that were seeded before, the audit knows which of them a person changed.
    const tables = ['roles', 'audit_entries']
    for (const table of tables) this.sql(`alter table tenant.${table} no force row level security`)
    this.sql(`update tenant.roles r set follows_template = true
      where r.name_key is not null and not exists (
        select 1 from tenant.audit_entries a
         where a.tenant_id = r.tenant_id and a.action = 'role.permissions_changed'
           and a.subject_kind = 'role' and a.subject_id = r.id::text)`)
    for (const table of tables) this.sql(`alter table tenant.${table} force row level security`)
  }
}
