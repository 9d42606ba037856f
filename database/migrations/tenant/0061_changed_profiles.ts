import { TenantSchema } from '#database/tenant_schema'

/**
 * Which transaction wrote a profile last. A process that keeps compiled profiles asks for those its snapshot did not see: no counter
 * that two authors would wait for, and no row that commits late is missed.
 */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.profiles add column changed_in xid8 not null default '0'`)
    this.sql(`create index profiles_changed_idx on tenant.profiles (tenant_id, changed_in)`)
    this
      .sql(`create function tenant.note_changed_profile() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin new.changed_in := pg_current_xact_id(); return new; end $$`)
    this.sql(`revoke all on function tenant.note_changed_profile() from public`)
    this.sql(`create trigger note_changed_profile before insert or update on tenant.profiles
      for each row execute function tenant.note_changed_profile()`)
  }
}
