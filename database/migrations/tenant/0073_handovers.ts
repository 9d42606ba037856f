import { TenantSchema } from '#database/tenant_schema'

/** What one shift leaves to the next, signed by both, and which alerts supervisors were told of in time. */
export default class extends TenantSchema {
  async up() {
    // Written once; the second name and its time are all that is added.
    this.table({
      name: 'handovers',
      columns: `id uuid not null, sheet jsonb not null, note text, from_at timestamptz not null, written_by uuid not null, written_at timestamptz not null default now(),
        received_by uuid, received_at timestamptz,
        primary key (tenant_id, id), check (received_by is null or received_by <> written_by), check ((received_by is null) = (received_at is null)),
        foreign key (tenant_id, written_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, received_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, written_at desc)'],
      grants: 'select, insert, update (received_by, received_at), delete',
    })
    this.sql(`alter table tenant.alerts add column escalated_at timestamptz`)
    this.sql(
      `create index alerts_unescalated_idx on tenant.alerts (tenant_id, consignment_id) where state in ('new','claimed') and escalated_at is null`
    )
    this.sql(`alter table tenant.alert_events drop constraint alert_events_kind_check`)
    this.sql(`alter table tenant.alert_events
      add constraint alert_events_kind_check check (kind in ('raised','updated','claimed','released','dismissed','reopened','ordered','expired',
        'stepped','assigned','suppressed','merged','detached','snoozed','woken','idle_released','promoted','escalated'))`)
  }
}
