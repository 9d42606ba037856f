import { TenantSchema } from '#database/tenant_schema'

/** Units that officers work in, and sites where cargo is looked at (ROLES_AND_WORKFLOW 5.1, column Scope). */
export default class extends TenantSchema {
  async up() {
    // Empty ports or threats mean all of them.
    this.table({
      name: 'units',
      columns: `id uuid not null, code text not null, name text not null, ports text[] not null default '{}', threats text[] not null default '{}',
        closed_at timestamptz, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'unit_officers',
      columns: `unit_id uuid not null, officer_id uuid not null,
        primary key (tenant_id, unit_id, officer_id),
        foreign key (tenant_id, unit_id) references tenant.units (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'sites',
      columns: `id uuid not null, code text not null, name text not null, port text,
        kind text not null default 'yard' check (kind in ('yard','scanner','warehouse','airport','border','laboratory')),
        closed_at timestamptz, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'site_officers',
      columns: `site_id uuid not null, officer_id uuid not null,
        primary key (tenant_id, site_id, officer_id),
        foreign key (tenant_id, site_id) references tenant.sites (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id)'],
      grants: 'select, insert, delete',
    })
  }
}
