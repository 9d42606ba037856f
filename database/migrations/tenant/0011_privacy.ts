import { TenantSchema } from '#database/tenant_schema'

/** How long an administration keeps what, what the law holds back, and who asked for what is kept of them. */
export default class extends TenantSchema {
  async up() {
    this.retention()
    this.subjects()
    this.erasures()
    this.walls()
  }

  private retention() {
    // Every revision of a policy stays; the highest one stands. No row means the default of the build.
    this.table({
      name: 'retention_policies',
      columns: `class text not null, revision integer not null, mask_after_days integer, delete_after_days integer not null, reason text,
        changed_by uuid, changed_at timestamptz not null default now(),
        primary key (tenant_id, class, revision),
        foreign key (tenant_id, changed_by) references tenant.officers (tenant_id, id),
        check (delete_after_days >= 1 and (mask_after_days is null or mask_after_days between 1 and delete_after_days))`,
      grants: 'select, insert',
    })
    this.table({
      name: 'legal_holds',
      columns: `id uuid not null, scope text not null check (scope in ('consignment','manifest','party','case','period')),
        subject_id uuid, party_key text, held_from timestamptz, held_until timestamptz,
        reason text not null, authority text not null, set_by uuid not null, set_at timestamptz not null default now(),
        lifted_by uuid, lifted_at timestamptz, lift_reason text,
        primary key (tenant_id, id),
        foreign key (tenant_id, set_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, lifted_by) references tenant.officers (tenant_id, id),
        check (lifted_by is null or lifted_by <> set_by),
        check ((scope = 'party') = (party_key is not null)), check ((scope = 'period') = (held_from is not null)),
        check ((scope = 'period') = (held_until is not null)), check ((scope in ('consignment','manifest','case')) = (subject_id is not null))`,
      indexes: ['(tenant_id, lifted_at)'],
      grants: 'select, insert, update (lifted_by, lifted_at, lift_reason)',
    })
    this.table({
      name: 'retention_runs',
      columns: `id uuid not null, started_at timestamptz not null, finished_at timestamptz, dry_run boolean not null,
        primary key (tenant_id, id)`,
      indexes: ['(tenant_id, started_at desc)'],
      grants: 'select, insert, update (finished_at)',
    })
    this.table({
      name: 'retention_run_steps',
      columns: `run_id uuid not null, class text not null, step text not null, due_before timestamptz not null,
        done bigint not null, held bigint not null, kept bigint not null default 0, digest text not null,
        primary key (tenant_id, run_id, class, step),
        foreign key (tenant_id, run_id) references tenant.retention_runs (tenant_id, id)`,
      grants: 'select, insert',
    })
  }

  private subjects() {
    this.table({
      name: 'subject_requests',
      columns: `id uuid not null, kind text not null check (kind in ('access','rectification','restriction','erasure')),
        reference text not null, legal_basis text not null, received_at timestamptz not null, due_at timestamptz not null,
        state text not null default 'searching' check (state in ('searching','found','answered','refused')),
        sealed bytea, cursor uuid, searched bigint not null default 0, created_by uuid not null, created_at timestamptz not null default now(), closed_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, reference),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, state, due_at)'],
      grants: 'select, insert, update, delete',
    })
    // Where the subject was found. Ids only: what stands there is read when it is asked for.
    this.table({
      name: 'subject_hits',
      columns: `request_id uuid not null, register text not null,
        item_id uuid not null, matched_by text not null,
        primary key (tenant_id, request_id, register, item_id),
        foreign key (tenant_id, request_id) references tenant.subject_requests (tenant_id, id) on delete cascade`,
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'subject_request_events',
      columns: `id uuid not null, request_id uuid not null, kind text not null, officer_id uuid, at timestamptz not null default now(), counts jsonb not null default '{}', note bytea,
        primary key (tenant_id, id),
        foreign key (tenant_id, request_id) references tenant.subject_requests (tenant_id, id) on delete cascade,
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, request_id, at)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'subject_files',
      columns: `id uuid not null, request_id uuid not null, format text not null check (format in ('json','html')), blob text not null,
        size_bytes bigint not null, sha256 text not null, created_by uuid not null, created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, request_id) references tenant.subject_requests (tenant_id, id) on delete cascade,
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, request_id)'],
      grants: 'select, insert, delete',
    })
    // Keyed hashes of party keys: that somebody is restricted must not itself name them.
    this.table({
      name: 'party_restrictions',
      columns: `id uuid not null, party_hash text not null, request_id uuid not null, since timestamptz not null default now(), lifted_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, request_id) references tenant.subject_requests (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, party_hash)'],
      grants: 'select, insert, update (lifted_at), delete',
    })
  }

  /** What tables of other rooms say about bytes and values that are no longer kept. */
  private erasures() {
    this.sql(`alter table tenant.consignments add column masked_at timestamptz, add column masked_rule text`)
    this.sql(`alter table tenant.consignment_revisions add column masked_at timestamptz`)
    for (const table of [
      'received_messages',
      'received_message_keys',
      'idempotency_keys',
      'consignments',
      'consignment_keys',
      'consignment_revisions',
      'assessments',
      'alerts',
      'alert_events',
      'manifests',
      'manifest_keys',
    ])
      this.sql(`grant delete on tenant.${table} to landfall_app`)
    this.sql(`grant update (document, changes, masked_at) on tenant.consignment_revisions to landfall_app`)
    this.sql(`grant update (result, facts, erased_at, erased_rule) on tenant.assessments to landfall_app`)
    this.sql(`grant update (note) on tenant.alert_events to landfall_app`)
    this.sql(`grant update (params) on tenant.problems to landfall_app`)
  }

  /** The database refuses what the code must never do: touch what is held, or rewrite what is not being masked. */
  private walls() {
    this.sql(`create function tenant.consignment_is_held(consignment uuid) returns boolean language sql stable as $$
      select exists (
        select 1 from tenant.legal_holds h join tenant.consignments c on c.id = consignment
         where h.lifted_at is null and (
           (h.scope = 'consignment' and h.subject_id = consignment)
           or (h.scope = 'manifest' and h.subject_id = c.manifest_id)
           or (h.scope = 'period' and c.first_registered_at >= h.held_from and c.first_registered_at < h.held_until)
           or (h.scope = 'party' and exists (select 1 from tenant.consignment_history y where y.consignment_id = consignment
                 and h.party_key in (y.consignor_key, y.consignee_key))))) $$`)
    this.sql(`create function tenant.message_is_held(message uuid) returns boolean language sql stable as $$
      select exists (select 1 from tenant.legal_holds where lifted_at is null) and (
        exists (select 1 from tenant.legal_holds h join tenant.received_messages r on r.id = message
                 where h.lifted_at is null and h.scope = 'period' and r.received_at >= h.held_from and r.received_at < h.held_until)
        or exists (select 1 from tenant.messages m join tenant.consignment_revisions v on v.message_id = m.id
                    where m.received_message_id = message and tenant.consignment_is_held(v.consignment_id))) $$`)
    this.sql(`create function tenant.refuse_held() returns trigger language plpgsql as $$
      begin
        if (tg_table_name like 'received_messages%' and tenant.message_is_held(old.id))
          or (tg_table_name like 'consignments%' and tenant.consignment_is_held(old.id)) then
          raise exception 'held' using errcode = 'LH001';
        end if;
        return old;
      end $$`)
    this.sql(`create function tenant.refuse_rewriting() returns trigger language plpgsql as $$
      begin
        if tg_table_name like 'assessments%' then
          if new.erased_at is null or length(new.facts) > 0 then raise exception 'an assessment is not rewritten' using errcode = 'LH002'; end if;
        elsif new.masked_at is null then
          raise exception 'a revision is not rewritten' using errcode = 'LH002';
        end if;
        return new;
      end $$`)
    for (const name of ['consignment_is_held(uuid)', 'message_is_held(uuid)'])
      this.sql(`grant execute on function tenant.${name} to landfall_app`)
    this.sql(
      `create trigger refuse_held before delete on tenant.received_messages for each row execute function tenant.refuse_held()`
    )
    this.sql(
      `create trigger refuse_held before delete on tenant.consignments for each row execute function tenant.refuse_held()`
    )
    this.sql(
      `create trigger refuse_rewriting before update on tenant.assessments for each row execute function tenant.refuse_rewriting()`
    )
    this.sql(
      `create trigger refuse_rewriting before update on tenant.consignment_revisions for each row execute function tenant.refuse_rewriting()`
    )
  }
}
