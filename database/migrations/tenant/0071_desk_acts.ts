import { TenantSchema } from '#database/tenant_schema'

/** What the desk needs to suppress alerts for a time, and to know who stands in for whom. */
export default class extends TenantSchema {
  async up() {
    // The parties are those of the alert it began with: their names stand nowhere twice, and go with it.
    this.table({
      name: 'alert_suppressions',
      columns: `id uuid not null, alert_id uuid not null, threat text not null, until timestamptz not null,
        created_by uuid not null, created_at timestamptz not null default now(), ended_at timestamptz,
        primary key (tenant_id, id), foreign key (tenant_id, alert_id) references tenant.alerts (tenant_id, id),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, until)', '(tenant_id, alert_id)'],
    })
    this.sql(`alter table tenant.alerts add column suppression_id uuid`)
    this.sql(
      `create index alerts_snoozed_idx on tenant.alerts (tenant_id, consignment_id) where snoozed_until is not null`
    )
    this.table({
      name: 'officer_absences',
      columns: `id uuid not null, officer_id uuid not null, substitute_id uuid, from_at timestamptz not null, until timestamptz not null, ended_at timestamptz,
        created_by uuid not null, created_at timestamptz not null default now(),
        primary key (tenant_id, id), check (until > from_at), check (substitute_id is null or substitute_id <> officer_id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, substitute_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id, until)'],
    })
  }
}
