import { TenantSchema } from '#database/tenant_schema'

/** Results of examinations as a national system tells of them, and the orders they answer (ADR 0051). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'examinations',
      columns: `id uuid not null, message_id uuid not null, sender_id uuid not null, type text not null, number text not null check (length(number) <= 80),
        version integer not null, order_number text, examined_at text, examination text
        check (examination in ('documentary','scan','tailgate','sample','canine','physical')),
        result text check (result in ('resultant','not_resultant','inconclusive','not_examined')),
        examiner_identifier text, examiner_name text, findings jsonb not null default '[]', not_examined text
        check (not_examined in ('no_time','no_equipment','cargo_not_here','unsafe','weather','other')),
        minutes integer check (minutes between 0 and 14400), note text, provenance jsonb not null default '{}',
        state text not null default 'current' check (state in ('current','replaced','cancelled')), ended_by uuid, masked_at timestamptz,
        filed_at timestamptz not null,
        primary key (tenant_id, id), unique (tenant_id, sender_id, number, version),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id)`,
      indexes: ['(tenant_id, filed_at desc, id desc)'],
      grants: 'select, insert, update, delete',
    })
    this.sql(
      `create unique index examinations_current on tenant.examinations (tenant_id, sender_id, number) where state = 'current'`
    )
    // What became of a result at the one order that it answers; one without a row answers none.
    this.table({
      name: 'examination_orders',
      columns: `examination_id uuid not null, order_id uuid not null, standing text not null
        check (standing in ('taken','returned','beside','ended','incomplete','other_examination','other_cargo')),
        at timestamptz not null default now(), primary key (tenant_id, examination_id, order_id),
        foreign key (tenant_id, examination_id) references tenant.examinations (tenant_id, id),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id)`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'select, insert, delete, update (standing, at)',
    })
    this.#outcomes()
  }

  /** An outcome and its findings are an inspector's, or were told by a system: never both, never nobody's. */
  #outcomes() {
    this
      .sql(`alter table tenant.outcomes add column told_by uuid, alter column inspector_id drop not null, alter column minutes drop not null,
      add foreign key (tenant_id, told_by) references tenant.examinations (tenant_id, id),
      add constraint outcomes_by_one check (num_nonnulls(inspector_id, told_by) = 1),
      add constraint outcomes_minutes check (minutes is not null or told_by is not null)`)
    this.sql(`alter table tenant.inspection_findings add column told_by uuid, alter column recorded_by drop not null,
      add foreign key (tenant_id, told_by) references tenant.examinations (tenant_id, id),
      add constraint findings_by_one check (num_nonnulls(recorded_by, told_by) = 1)`)
    this.sql(`create index outcomes_told_idx on tenant.outcomes (tenant_id, told_by) where told_by is not null`)
    this.sql(
      `create index findings_told_idx on tenant.inspection_findings (tenant_id, told_by) where told_by is not null`
    )
    this.sql(`alter table tenant.inspection_order_events drop constraint inspection_order_events_kind_check,
      add constraint inspection_order_events_kind_check check (kind in ('ordered','accepted','refused','in_progress','done',
        'returned','reviewed','missed','cancelled','stepped_aside','reassigned','told'))`)
  }
}
