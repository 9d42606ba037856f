import { TenantSchema } from '#database/tenant_schema'

/** What an administration enabled, which versions it saw then, and who changed it last. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.plugin_installations
      add column contributions jsonb not null default '{}',
      add column settings_revision integer not null default 1,
      add column changed_by uuid,
      add foreign key (tenant_id, changed_by) references tenant.officers (tenant_id, id)`)
  }
}
