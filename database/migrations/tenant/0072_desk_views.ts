import { TenantSchema } from '#database/tenant_schema'

/** Queues that officers named, their own or shared with a unit, and what measuring the pace of a desk needs. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'desk_views',
      columns: `id uuid not null, officer_id uuid not null, unit_id uuid, name text not null, filters jsonb not null, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, officer_id, name),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, unit_id) references tenant.units (tenant_id, id)`,
      grants: 'select, insert, update, delete',
    })
    this.sql(`create index alert_events_at_idx on tenant.alert_events (tenant_id, at)`)
  }
}
