import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The signed tenant context (SECURITY T09, section 8) and the plumbing every database that
 * holds tenants has: doorbells and health, ids and counts only.
 */
export default class extends BaseSchema {
  async up() {
    const run = (sql: string) => this.schema.raw(sql)
    run(`create table sec.context_keys (kid integer primary key, key bytea not null, live boolean not null)`)
    run(`create function tenant.current_tenant() returns uuid language plpgsql stable parallel restricted security definer
      set search_path = pg_catalog, sec as $$
      declare t text := current_setting('app.tenant_id', true); m text := current_setting('app.tenant_mac', true);
      begin
        if coalesce(t, '') = '' then return null; end if;
        perform 1 from sec.context_keys where live
          and encode(ext.hmac(convert_to(t || chr(58) || pg_backend_pid() || chr(58) || 'app', 'UTF8'), key, 'sha256'), 'hex') = m;
        if not found then raise exception 'tenant context refused' using errcode = '28000'; end if;
        return t::uuid;
      end $$`)
    run(`revoke all on function tenant.current_tenant() from public`)
    run(`grant execute on function tenant.current_tenant() to landfall_app, landfall_definer, landfall_auth`)
    run(`create table control.doorbells (
      administration_id uuid not null, room text not null, rung_at timestamptz not null default clock_timestamp(),
      primary key (administration_id, room))`)
    run(`create table control.health (
      administration_id uuid not null, measure text not null, value bigint not null, measured_at timestamptz not null default now(),
      primary key (administration_id, measure))`)
    run(`grant select, insert, update, delete on control.doorbells, control.health to landfall_app`)
    run(`grant select on control.doorbells, control.health to landfall_control, landfall_queue`)
  }
}
