import { BaseSchema } from '@adonisjs/lucid/schema'
import { immutable } from '#database/immutable'

/** The platform's chain stands in the place of an administration that nobody has. */
const PLATFORM = '00000000-0000-0000-0000-000000000000'

/** What the application says of an action; `at` is the database's word. */
const TOLD = `id, action, class, actor_kind, actor_id, session, subject_kind, subject_id, data, request`

/** What operators did: the twin of `tenant.audit_entries` in the control plane, chained in the same way (ADR 0015). */
export default class extends BaseSchema {
  async up() {
    const run = (sql: string) => this.schema.raw(sql)
    run(`create table control.audit_entries (
      tenant_id uuid not null default '${PLATFORM}' check (tenant_id = '${PLATFORM}'), id uuid not null, at timestamptz not null default clock_timestamp(),
      action text not null, class text not null check (class in ('C2','C3','C4')), actor_kind text not null check (actor_kind in ('operator','system')),
      actor_id text not null, person uuid, session text, support_session uuid, subject_kind text, subject_id text, data json not null, request text not null,
      check ((subject_kind is null) = (subject_id is null)), primary key (tenant_id, id))`)
    run(`grant select, insert (${TOLD}) on control.audit_entries to landfall_control`)
    run(`create table control.audit_seals (
      tenant_id uuid not null check (tenant_id = '${PLATFORM}'), seq bigint not null check (seq > 0), entry_id uuid not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'), sealed_at timestamptz not null default clock_timestamp(),
      primary key (tenant_id, seq), unique (tenant_id, entry_id))`)
    run(`grant select on control.audit_seals to landfall_control`)
    run(`grant select on control.audit_entries to landfall_sealer`)
    run(`grant select, insert (tenant_id, seq, entry_id, hash) on control.audit_seals to landfall_sealer`)
    // The queue is made with the tables of the administrations, which every database has; the text is looked up at run time.
    run(`create function control.queue_platform_audit_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin insert into control.audit_queue (administration_id, entry_id) values (new.tenant_id, new.id); return null; end $$`)
    run(`revoke all on function control.queue_platform_audit_entry() from public`)
    run(
      `create trigger queue_entry after insert on control.audit_entries for each row execute function control.queue_platform_audit_entry()`
    )
    for (const table of ['audit_entries', 'audit_seals'])
      for (const statement of immutable('control', table)) run(statement)
  }
}
