import { TenantSchema } from '#database/tenant_schema'

/** What was taken into custody and through whose hands it went: entries that hash each other and are never changed. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'exhibits',
      columns: `id uuid not null, order_id uuid not null, sequence integer not null check (sequence > 0), description text not null,
        quantity text, unit text, finding_id uuid, taken_by uuid not null, taken_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, order_id, sequence), check ((quantity is null) = (unit is null)),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, finding_id) references tenant.inspection_findings (tenant_id, id),
        foreign key (tenant_id, taken_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'exhibit_custody',
      columns: `id uuid not null, order_id uuid not null, exhibit_id uuid not null, position integer not null,
        reason text not null check (reason in ('taken','storage','laboratory','court','agency','returned','owner','destruction')),
        holder_id uuid, holder_name text, place text not null, seal text, at timestamptz not null, recorded_by uuid not null, hash text not null,
        primary key (tenant_id, id), unique (tenant_id, exhibit_id, position), check ((holder_id is null) <> (holder_name is null)),
        foreign key (tenant_id, exhibit_id) references tenant.exhibits (tenant_id, id),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, holder_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, recorded_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'select, insert, delete',
    })
    // What an inspection took: people who were there, and what it cost beside their time.
    this.sql(
      `alter table tenant.outcomes add column people integer check (people between 1 and 99), add column cost_minor bigint check (cost_minor >= 0)`
    )
  }
}
