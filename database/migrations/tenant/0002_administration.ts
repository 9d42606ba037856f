import { TenantSchema } from '#database/tenant_schema'

/** Officers, roles, tokens, settings and enabled plugins of an administration. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'officers',
      columns: `id uuid not null, email text not null check (email = lower(email)), name text not null,
        password_hash text not null, locale text not null, state text not null default 'active' check (state in ('active','disabled')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, email)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'roles',
      columns: `id uuid not null, code text not null, name_key text not null, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
    })
    this.table({
      name: 'role_permissions',
      columns: `role_id uuid not null, permission text not null,
        primary key (tenant_id, role_id, permission),
        foreign key (tenant_id, role_id) references tenant.roles (tenant_id, id) on delete cascade`,
    })
    this.table({
      name: 'officer_roles',
      columns: `officer_id uuid not null, role_id uuid not null,
        primary key (tenant_id, officer_id, role_id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id) on delete cascade,
        foreign key (tenant_id, role_id) references tenant.roles (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, role_id)'],
    })
    this.table({
      name: 'api_tokens',
      columns: `id uuid not null, kid text not null, secret_hash text not null, name text not null, sender_id uuid,
        scopes text not null, created_by uuid, created_at timestamptz not null default now(),
        expires_at timestamptz not null, revoked_at timestamptz, last_used_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, kid),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'plugin_installations',
      columns: `plugin_id text not null, plugin_version text not null, state text not null default 'enabled' check (state in ('enabled','disabled')),
        settings_version integer not null default 1, settings jsonb not null default '{}', changed_at timestamptz not null default now(),
        primary key (tenant_id, plugin_id)`,
    })
    this.table({
      name: 'settings',
      columns: `medium_cut integer not null default 50, high_cut integer not null default 100, alert_threshold integer not null default 50,
        filing_lead_hours integer not null default 24, ports text not null default '', history_complete_since timestamptz,
        changed_at timestamptz not null default now(),
        primary key (tenant_id), check (0 < medium_cut and medium_cut < high_cut)`,
      grants: 'select, insert, update',
    })
    this.sql(`create function tenant.find_officer_for_sign_in(administration uuid, sign_in_email text)
      returns table (id uuid, password_hash text, state text) language sql stable security definer
      set search_path = pg_catalog as $$
        select o.id, o.password_hash, o.state from tenant.officers o
        where o.tenant_id = administration and o.email = lower(sign_in_email) $$`)
    this.sql(`revoke all on function tenant.find_officer_for_sign_in(uuid, text) from public`)
    this.sql(`grant execute on function tenant.find_officer_for_sign_in(uuid, text) to landfall_auth`)
    this.sql(`alter function tenant.find_officer_for_sign_in(uuid, text) owner to landfall_definer`)
    this.sql(`grant select (tenant_id, id, email, password_hash, state) on tenant.officers to landfall_definer`)
  }
}
