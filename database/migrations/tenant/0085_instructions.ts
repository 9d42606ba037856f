import { TenantSchema } from '#database/tenant_schema'

/** Holds, releases and do-not-loads told to the systems of ports, terminals and Customs, and what those answer (ADR 0044). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'connected_systems',
      columns: `id uuid not null, name text not null check (length(name) between 1 and 80),
        kind text not null check (kind in ('port_community','terminal','customs_system')), url text not null check (length(url) <= 300),
        hears text[] not null check (hears <@ array['hold','release','do_not_load','load']), ports text[] not null default '{}',
        answer_minutes integer not null check (answer_minutes between 1 and 1440), enabled boolean not null default false,
        secret bytea, former_secret bytea, former_until timestamptz, created_by uuid not null, created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, name), check (not enabled or secret is not null),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'instructions',
      columns: `id uuid not null, case_id uuid not null, kind text not null check (kind in ('hold','release','do_not_load','load')),
        consignments uuid[] not null, made_at timestamptz not null default now(),
        primary key (tenant_id, id), foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, case_id, made_at)'],
      grants: 'select, insert, delete',
    })
    // One for each system that is told; its id is the `webhook-id`, the same however often it is tried.
    this.table({
      name: 'instruction_deliveries',
      columns: `id uuid not null, instruction_id uuid not null, system_id uuid not null,
        state text not null default 'waiting' check (state in ('waiting','sending','delivered','dead')), attempts integer not null default 0,
        next_at timestamptz not null, made_at timestamptz not null default now(), status integer, error text, delivered_at timestamptz,
        answer_due timestamptz not null, answer text check (answer in ('acknowledged','refused')),
        answer_reason text check (length(answer_reason) <= 300), answered_at timestamptz, told_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, instruction_id, system_id), check ((answer is null) = (answered_at is null)),
        foreign key (tenant_id, instruction_id) references tenant.instructions (tenant_id, id) on delete cascade,
        foreign key (tenant_id, system_id) references tenant.connected_systems (tenant_id, id)`,
      indexes: [
        '(tenant_id, system_id, made_at desc)',
        `(tenant_id, next_at) where state in ('waiting','sending')`,
        '(tenant_id, answer_due) where answer is null and told_at is null',
      ],
      grants: 'select, insert, update, delete',
    })
    this.sql(`alter table tenant.api_tokens add column system_id uuid`)
    this.sql(
      `alter table tenant.api_tokens add foreign key (tenant_id, system_id) references tenant.connected_systems (tenant_id, id)`
    )
  }
}
