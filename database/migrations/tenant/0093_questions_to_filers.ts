import { TenantSchema } from '#database/tenant_schema'

/**
 * What Customs asks a filer about cargo it filed: for information, for screening, not to load it. And the
 * persons of a filer who answer: accounts like those of officers that name their sender and hold no role (ADR 0046).
 */
export default class extends TenantSchema {
  async up() {
    this.#people()
    this.table({
      name: 'question_numbers',
      columns: `last bigint not null, primary key (tenant_id)`,
      grants: 'select, insert, update',
    })
    // `code` is the administration's own word for a reply, where it has one: sent and shown beside ours.
    this.table({
      name: 'question_terms',
      columns: `kind text not null check (kind in ('rfi','rfs','dnl')), counted_from text not null check (counted_from in ('asked','arrival','departure')),
        minutes integer not null check (minutes between 5 and 20160), remind_minutes integer not null check (remind_minutes between 0 and 10080),
        codes jsonb not null default '{}', changed_by uuid not null, changed_at timestamptz not null default now(),
        primary key (tenant_id, kind), foreign key (tenant_id, changed_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'questions',
      columns: `id uuid not null, number bigint not null, case_id uuid not null, consignment_id uuid not null, sender_id uuid not null,
        kind text not null check (kind in ('rfi','rfs','dnl')), items text[] not null, note text check (length(note) between 1 and 600),
        state text not null check (state in ('proposed','asked','lapsed','answered','withdrawn')),
        made_by uuid not null, made_at timestamptz not null default now(), asked_at timestamptz, minutes integer, due_at timestamptz, remind_at timestamptz,
        reminded_at timestamptz, lapsed_at timestamptz, seen_at timestamptz, reply text, reply_code text, answer text check (length(answer) between 1 and 4000),
        answered_by uuid, answered_at timestamptz, ended_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, number),
        check ((state = 'answered') = (reply is not null)), check ((reply is null) = (answered_at is null)),
        check (state in ('proposed','withdrawn') or due_at is not null),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id),
        foreign key (tenant_id, made_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, answered_by) references tenant.officers (tenant_id, id)`,
      indexes: [
        '(tenant_id, case_id, number)',
        '(tenant_id, sender_id, number desc)',
        '(tenant_id, consignment_id)',
        `(tenant_id, due_at) where state = 'asked'`,
      ],
      grants: 'select, insert, update, delete',
    })
  }

  #people() {
    this.sql(`alter table tenant.officers add column sender_id uuid`)
    this.sql(`alter table tenant.officers
      add foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id),
      add constraint officers_filer_is_nobody_else check (sender_id is null or same_person_as is null)`)
    this.sql(`create index on tenant.officers (tenant_id, sender_id) where sender_id is not null`)
    // Whoever answers for a filer holds no right of an officer, whatever any screen is talked into.
    this
      .sql(`create function tenant.refuse_roles_to_filers() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if exists (select 1 from tenant.officers o where o.tenant_id = new.tenant_id and o.id = new.officer_id and o.sender_id is not null) then
          raise exception 'a person of a filer holds no role' using errcode = 'check_violation';
        end if;
        return new;
      end $$`)
    this.sql(`revoke all on function tenant.refuse_roles_to_filers() from public`)
    this.sql(`create trigger refuse_roles_to_filers before insert or update on tenant.officer_roles
      for each row execute function tenant.refuse_roles_to_filers()`)
    this.sql(`alter table tenant.audit_entries drop constraint audit_entries_actor_kind_check,
      add constraint audit_entries_actor_kind_check check (actor_kind in ('officer','filer','token','system'))`)
    this.sql(`alter table tenant.officer_letters drop constraint officer_letters_kind_check,
      add constraint officer_letters_kind_check check (kind in ('password_reset','password_changed','factor_reset','factor_changed','reset_of_another',
        'new_device','question_asked','question_due','question_ended'))`)
  }
}
