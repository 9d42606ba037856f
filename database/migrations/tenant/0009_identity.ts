import { TenantSchema } from '#database/tenant_schema'

/** How officers prove who they are, from where, and for how long (SECURITY T03, T04, T07, T75). */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.roles
      add column requires_second_factor boolean not null default true,
      add column idle_minutes integer not null default 30 check (idle_minutes between 5 and 60),
      add column absolute_minutes integer not null default 720 check (absolute_minutes between 30 and 1440)`)
    // After a reset by somebody else: nobody approves in another's name with what was just handed out (T07).
    this.sql(`alter table tenant.officers add column approvals_suspended_until timestamptz`)
    const ofOfficer = `foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id) on delete cascade`
    this.table({
      name: 'officer_totp',
      columns: `officer_id uuid not null, seed bytea not null, used_step bigint not null default 0, created_at timestamptz not null default now(),
        primary key (tenant_id, officer_id), ${ofOfficer}`,
    })
    this.table({
      name: 'officer_passkeys',
      columns: `id uuid not null, officer_id uuid not null, credential_id text not null, public_key bytea not null, counter bigint not null,
        transports text not null default '', name text not null, created_at timestamptz not null default now(), last_used_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, credential_id), ${ofOfficer}`,
      indexes: ['(tenant_id, officer_id)'],
    })
    this.table({
      name: 'officer_recovery_codes',
      columns: `officer_id uuid not null, salt text not null, code_hash text not null, used_at timestamptz,
        primary key (tenant_id, officer_id, code_hash), ${ofOfficer}`,
    })
    this.table({
      name: 'officer_devices',
      columns: `id uuid not null, officer_id uuid not null, token_hash text not null, agent text,
        first_seen_at timestamptz not null default now(), last_seen_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, officer_id, token_hash), ${ofOfficer}`,
    })
    // A letter waits here and is sent by the drain, which makes its link: the token is in the mail and nowhere else.
    this.table({
      name: 'officer_letters',
      columns: `id uuid not null, officer_id uuid not null,
        kind text not null check (kind in ('password_reset','password_changed','factor_reset','factor_changed','reset_of_another','new_device')),
        agent text, about_officer_id uuid, token_hash text, expires_at timestamptz, used_at timestamptz,
        created_at timestamptz not null default now(), sent_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, token_hash), ${ofOfficer}`,
      indexes: ['(tenant_id, sent_at)', '(tenant_id, officer_id, created_at)'],
      grants: 'select, insert, update',
    })
    this.#tellStreams()
  }

  /** Whoever changes what an officer may do, the streams that were opened under it end (T04). */
  #tellStreams() {
    this
      .sql(`create function tenant.tell_access_changed() returns trigger language plpgsql set search_path = pg_catalog as $$
      declare changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
      begin
        perform pg_notify('landfall_live', json_build_object('a', changed ->> 'tenant_id', 'kind', 'access:changed', 'id', changed ->> tg_argv[0])::text);
        return null;
      end $$`)
    this.sql(`revoke all on function tenant.tell_access_changed() from public`)
    this.sql(`create trigger tell_access_changed after insert or delete on tenant.officer_roles
      for each row execute function tenant.tell_access_changed('officer_id')`)
    this.sql(`create trigger tell_access_changed after insert or delete on tenant.role_permissions
      for each row execute function tenant.tell_access_changed('role_id')`)
    this.sql(`create trigger tell_access_changed after update of state, approvals_suspended_until on tenant.officers
      for each row execute function tenant.tell_access_changed('id')`)
  }
}
