import { TenantSchema } from '#database/tenant_schema'

/** Permits of government agencies as a national system tells of them (docs/guides/a_national_system.md). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'permits',
      columns: `id uuid not null, message_id uuid not null, sender_id uuid not null, type text not null, number text not null check (length(number) <= 80),
        version integer not null, agency text, agency_name text,
        kind text check (kind in ('plant_health','animal_health','food_safety','medicines','chemicals','radioactive','cites','arms','strategic_goods',
          'waste','cultural_goods','other')),
        kind_as_filed text, status text check (status in ('granted','refused','revoked','used')),
        holder_name text, holder_identifiers jsonb not null default '[]', goods jsonb not null default '[]', valid_from date, valid_until date,
        provenance jsonb not null default '{}', state text not null default 'current' check (state in ('current','replaced','cancelled')),
        ended_by uuid, masked_at timestamptz, filed_at timestamptz not null,
        primary key (tenant_id, id), unique (tenant_id, sender_id, number, version),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id)`,
      indexes: ['(tenant_id, filed_at desc, id desc)'],
      grants: 'select, insert, update, delete',
    })
    // `ended_by` is the Message that took it back: no version of its own.
    this.sql(
      `create unique index permits_current on tenant.permits (tenant_id, sender_id, number) where state = 'current'`
    )
    // Cargo as a record of a national system named it. It is joined when it is looked at: what comes first does not matter.
    // A record is a permit, or another kind that names cargo the same way: its rows go with it in its own retention.
    this.table({
      name: 'record_keys',
      columns: `record_id uuid not null, kind text not null check (kind in ('document','declaration','equipment')), key text not null, filed text not null,
        finds boolean not null, primary key (tenant_id, record_id, kind, key)`,
      indexes: ['(tenant_id, kind, key)'],
      grants: 'select, insert, delete',
    })
    this.sql(`create index declarations_number_idx on tenant.declarations (tenant_id, number) where state = 'current'`)
  }
}
