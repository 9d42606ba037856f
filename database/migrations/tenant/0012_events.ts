import { TenantSchema } from '#database/tenant_schema'

/** What happened to cargo on its way through the port, and what that does to alerts. */
export default class extends TenantSchema {
  async up() {
    // Nothing is edited: a correction replaces an event, with another time or (`at` null) with "did not happen".
    this.table({
      name: 'cargo_events',
      columns: `id uuid not null, consignment_id uuid not null, equipment text, kind text not null check (kind in ('discharge','gate_out','release')),
        at timestamptz, place text, site_id uuid, source text not null check (source in ('page','api','file')),
        reporter text not null, reference text, note text, replaces uuid, recorded_by uuid, recorded_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, replaces), check (at is not null or replaces is not null),
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id),
        foreign key (tenant_id, replaces) references tenant.cargo_events (tenant_id, id),
        foreign key (tenant_id, site_id) references tenant.sites (tenant_id, id)`,
      indexes: ['(tenant_id, consignment_id, at)', '(tenant_id, reporter, reference)', '(tenant_id, recorded_at desc)'],
      grants: 'select, insert',
    })
    // What a reporter told once under a reference: told again it is known, told otherwise it is refused.
    this.table({
      name: 'event_keys',
      columns: `reporter text not null, reference text not null, digest text not null, first_at timestamptz not null default now(),
        primary key (tenant_id, reporter, reference)`,
      grants: 'select, insert',
    })
    this.sql(`alter table tenant.call_events drop constraint call_events_source_check`)
    this.sql(
      `alter table tenant.call_events add constraint call_events_source_check check (source in ('message','page','file','api'))`
    )
    // An alert ends by a person (dismissed), by an order, or by the goods leaving first (expired: missed).
    this.sql(`alter table tenant.alerts drop constraint alerts_state_check`)
    this.sql(
      `alter table tenant.alerts add constraint alerts_state_check check (state in ('new','claimed','dismissed','ordered','expired'))`
    )
    this.sql(`alter table tenant.alert_events drop constraint alert_events_kind_check`)
    this.sql(
      `alter table tenant.alert_events add constraint alert_events_kind_check
         check (kind in ('raised','updated','claimed','released','dismissed','reopened','ordered','expired'))`
    )
  }
}
