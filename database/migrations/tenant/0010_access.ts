import { TenantSchema } from '#database/tenant_schema'

/** Roles that an administration edits, who gave which role, what waits for a second person, and invitations. */
export default class extends TenantSchema {
  async up() {
    // A seeded role keeps its template's code and name key; one made here has a name of its own.
    this.sql(`alter table tenant.roles alter column name_key drop not null,
      add column name text, add column description text, add column template text,
      add check (name is not null or name_key is not null)`)
    this.sql(`alter table tenant.officer_roles
      add column granted_at timestamptz not null default now(), add column granted_by uuid, add column confirmed_by uuid`)
    // An invited officer has no password yet. A second account names the first one: four eyes are counted by person.
    this.sql(`alter table tenant.officers alter column password_hash drop not null,
      drop constraint officers_state_check,
      add constraint officers_state_check check (state in ('invited','active','disabled')),
      add check (state <> 'active' or password_hash is not null),
      add column same_person_as uuid,
      add foreign key (tenant_id, same_person_as) references tenant.officers (tenant_id, id),
      add check (same_person_as <> id)`)
    this.table({
      name: 'grant_requests',
      columns: `id uuid not null, kind text not null check (kind in ('officer_roles','role_permissions','conflict_waiver')),
        subject_id text not null, change jsonb not null, content_hash text not null,
        state text not null default 'waiting' check (state in ('waiting','confirmed','refused','withdrawn','outdated')),
        requested_by uuid not null, requested_at timestamptz not null default now(), decided_by uuid, decided_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, requested_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, decided_by) references tenant.officers (tenant_id, id),
        check (state not in ('confirmed','refused') or decided_by <> requested_by)`,
      indexes: ['(tenant_id, state, requested_at)'],
      grants: 'select, insert, update (state, decided_by, decided_at)',
    })
    this.sql(
      `create unique index grant_requests_one_waiting on tenant.grant_requests (tenant_id, subject_id) where state = 'waiting'`
    )
    this.table({
      name: 'conflict_waivers',
      columns: `id uuid not null, conflict text not null, reason text not null, requested_by uuid not null, confirmed_by uuid not null,
        started_at timestamptz not null default now(), ended_by uuid, ended_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, requested_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, confirmed_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, ended_by) references tenant.officers (tenant_id, id),
        check (requested_by <> confirmed_by)`,
      grants: 'select, insert, update (ended_by, ended_at)',
    })
    this.sql(
      `create unique index conflict_waivers_one_open on tenant.conflict_waivers (tenant_id, conflict) where ended_at is null`
    )
    // What a deactivated officer left behind, by kind (`alert`): the rooms that own it took it back.
    this.table({
      name: 'officer_handovers',
      columns: `id uuid not null, officer_id uuid not null, kind text not null, subject_id uuid not null, at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id, at)'],
      grants: 'select, insert',
    })
    // The drain that mails an invitation makes its token: it is in the mail and nowhere else.
    this.table({
      name: 'invitations',
      columns: `id uuid not null, officer_id uuid not null, kid text, secret_hash text, invited_by uuid not null,
        created_at timestamptz not null default now(), mailed_at timestamptz, expires_at timestamptz not null,
        used_at timestamptz, revoked_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, kid),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, invited_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id, created_at)'],
      grants: 'select, insert, update (kid, secret_hash, mailed_at, used_at, revoked_at)',
    })
  }
}
