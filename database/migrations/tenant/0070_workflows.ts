import { TenantSchema } from '#database/tenant_schema'

/** Workflows as an administration tailored them, and what alerts need to move by them (ADR 0042). */
export default class extends TenantSchema {
  async up() {
    // Revision 0 is the core's and has no row. What was published is never changed; work keeps the revision it began with.
    this.table({
      name: 'workflow_revisions',
      columns: `id uuid not null, subject text not null check (subject in ('alert','case')), revision integer not null check (revision > 0),
        tailoring jsonb not null, template text, note text, created_by uuid not null, created_at timestamptz not null default now(),
        published_by uuid, published_at timestamptz, running text check (running in ('keep','move')),
        primary key (tenant_id, id), unique (tenant_id, subject, revision),
        foreign key (tenant_id, created_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, published_by) references tenant.officers (tenant_id, id),
        check (published_by is null or published_by <> created_by), check ((published_at is null) = (published_by is null))`,
      grants: 'select, insert, update (published_by, published_at, running)',
    })
    this.#alerts()
    this.#events()
  }

  /** `state` is the phase that all code asks for; `step` is the state of the workflow where it has another name. */
  #alerts() {
    this.sql(`alter table tenant.alerts drop constraint alerts_state_check`)
    this.sql(`alter table tenant.alerts
      add constraint alerts_state_check check (state in ('new','claimed','dismissed','suppressed','merged','promoted','ordered','expired')),
      add column step text, add column workflow_revision integer not null default 0,
      add column touched_at timestamptz, add column merged_into uuid,
      add column snoozed_until timestamptz, add column snoozed_for text check (snoozed_for in ('message','arrival')), add column snoozed_by uuid,
      add constraint alerts_merged_into_fkey foreign key (tenant_id, merged_into) references tenant.alerts (tenant_id, id),
      add constraint alerts_merged_check check ((state = 'merged') = (merged_into is not null)),
      add constraint alerts_snoozed_by_fkey foreign key (tenant_id, snoozed_by) references tenant.officers (tenant_id, id)`)
    this.sql(`create index alerts_merged_idx on tenant.alerts (tenant_id, merged_into) where merged_into is not null`)
    this.sql(`create index alerts_held_idx on tenant.alerts (tenant_id, touched_at) where state = 'claimed'`)
  }

  #events() {
    this.sql(`alter table tenant.alert_events drop constraint alert_events_kind_check`)
    this.sql(`alter table tenant.alert_events
      add constraint alert_events_kind_check check (kind in ('raised','updated','claimed','released','dismissed','reopened','ordered','expired',
        'stepped','assigned','suppressed','merged','detached','snoozed','woken','idle_released','promoted')),
      add column act text, add column step text, add column target uuid`)
  }
}
