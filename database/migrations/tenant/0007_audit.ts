import { TenantSchema } from '#database/tenant_schema'
import { immutable } from '#database/immutable'

/** What the application says of an action. When it happened is the database's word, so `at` is not among it. */
const TOLD = `tenant_id, id, action, class, actor_kind, actor_id, person, session, support_session, subject_kind, subject_id, data, request`

/** Who did what: written in the transaction of the action, chained afterwards (DECISIONS 8, SECURITY T38, ADR 0015). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'audit_entries',
      partitioned: true,
      columns: `id uuid not null, at timestamptz not null default clock_timestamp(), action text not null, class text not null check (class in ('C2','C3','C4')),
        actor_kind text not null check (actor_kind in ('officer','token','system')), actor_id text not null, person uuid, session text, support_session uuid,
        subject_kind text, subject_id text, data json not null, request text not null,
        check ((subject_kind is null) = (subject_id is null)),
        primary key (tenant_id, id)`,
      indexes: ['(tenant_id, subject_kind, subject_id, id)', '(tenant_id, actor_id, id)', '(tenant_id, action, id)'],
      grants: `select, insert (${TOLD})`,
    })
    // The chain: small rows beside the entries, so that an entry never changes. Not partitioned: numbers are unique over all months.
    this.table({
      name: 'audit_seals',
      columns: `seq bigint not null check (seq > 0), entry_id uuid not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        sealed_at timestamptz not null default clock_timestamp(),
        primary key (tenant_id, seq), unique (tenant_id, entry_id)`,
      grants: 'select',
    })
    this.table({
      name: 'audit_verifications',
      columns: `id uuid not null, asked_by uuid, asked_at timestamptz not null default now(), finished_at timestamptz,
        entries bigint, last_seq bigint, anchors bigint, bad_seq bigint, because text,
        primary key (tenant_id, id), foreign key (tenant_id, asked_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, update',
    })
    this.#queue()
    this.#sealer()
    for (const table of ['audit_entries', 'audit_seals'])
      for (const statement of immutable('tenant', table)) this.sql(statement)
  }

  /** Reads entries and writes seals of the one administration whose signed context its connection carries. */
  #sealer() {
    this.sql(`grant execute on function tenant.current_tenant() to landfall_sealer`)
    this.sql(`grant select on tenant.audit_entries to landfall_sealer`)
    this.sql(`grant select, insert (tenant_id, seq, entry_id, hash) on tenant.audit_seals to landfall_sealer`)
    this.sql(`grant select, delete on control.audit_queue to landfall_sealer`)
  }

  /**
   * Entries that wait to be chained, by id alone. A trigger writes them, so that there is no entry
   * without its place in the queue; who serves the queue sees which administrations wait.
   */
  #queue() {
    this.sql(
      `create table control.audit_queue (administration_id uuid not null, entry_id uuid not null, primary key (administration_id, entry_id))`
    )
    this.sql(`alter table control.audit_queue enable row level security`)
    this.sql(`create policy own_administration on control.audit_queue to landfall_app, landfall_sealer
      using (administration_id = (select tenant.current_tenant())) with check (administration_id = (select tenant.current_tenant()))`)
    this.sql(
      `create policy plumbing on control.audit_queue for select to landfall_queue, landfall_control using (true)`
    )
    this.sql(`grant select on control.audit_queue to landfall_app, landfall_queue, landfall_control`)
    this
      .sql(`create function control.queue_audit_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin insert into control.audit_queue (administration_id, entry_id) values (new.tenant_id, new.id); return null; end $$`)
    this.sql(`revoke all on function control.queue_audit_entry() from public`)
    this.sql(
      `create trigger queue_entry after insert on tenant.audit_entries for each row execute function control.queue_audit_entry()`
    )
  }
}
