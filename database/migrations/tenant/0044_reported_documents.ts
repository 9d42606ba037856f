import { TenantSchema } from '#database/tenant_schema'

/** What is reported besides cargo: bay plans, terminals' and gates' reports, statuses, announcements of conveyances. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'reported_documents',
      columns: `id uuid not null, message_id uuid not null, sender_id uuid not null,
        kind text not null check (kind in ('stowage_plan','equipment_report','status_report','conveyance_report')), type text not null, activity text,
        document_reference text, state text not null default 'current' check (state in ('current','replaced','cancelled')),
        direction text check (direction in ('inbound','outbound')), call_id uuid, call_key text,
        means_name text, imo text, voyage text, port text, records integer not null, crew integer, passengers integer, filed_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id),
        foreign key (tenant_id, call_id) references tenant.calls (tenant_id, id)`,
      indexes: [
        '(tenant_id, call_id, filed_at desc)',
        '(tenant_id, call_key) where call_id is null',
        '(tenant_id, sender_id, type, document_reference)',
        '(tenant_id, filed_at)',
      ],
    })
    // One line of such a document: an equipment with where it stands, or a status. Places are codes; names of persons are not kept.
    this.table({
      name: 'reported_records',
      columns: `id uuid not null default uuidv7(), document_id uuid not null, position integer not null, equipment text, kind text, bill text, movement text, cell text,
        loading_port text, discharge_port text, place text, fullness text, size_type text, gross_kg double precision, verified_gross_kg double precision,
        seals jsonb not null default '[]', operator text, status_code text, occurred_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, document_id) references tenant.reported_documents (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, document_id, position)', '(tenant_id, equipment)'],
    })
    this.sql(`alter table tenant.cargo_events drop constraint cargo_events_source_check`)
    this.sql(
      `alter table tenant.cargo_events add constraint cargo_events_source_check check (source in ('page','api','file','message'))`
    )
  }
}
