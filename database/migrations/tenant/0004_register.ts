import { TenantSchema } from '#database/tenant_schema'

/** Conveyance calls, manifests, consignments and every revision of them. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'calls',
      columns: `id uuid not null, mode text not null, means_name text, imo text, call_sign text, flag text, voyage text,
        carrier_code text, carrier_name text, port text not null, previous_port text, berth text,
        eta timestamptz, etd timestamptz, arrived_at timestamptz, source text not null check (source in ('message','page','file')),
        expected boolean not null default false, claimed_by uuid, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
        primary key (tenant_id, id)`,
      indexes: ['(tenant_id, eta)', '(tenant_id, arrived_at)'],
      grants: 'select, insert, update',
    })
    // Voyage text and port (and IMO number where known) name a call; see `call_key.ts`. Voyage numbers
    // come back after a year, so a key may name several calls: the time tells which.
    this.table({
      name: 'call_keys',
      columns: `key text not null, call_id uuid not null, primary key (tenant_id, key, call_id),
        foreign key (tenant_id, call_id) references tenant.calls (tenant_id, id)`,
      indexes: ['(tenant_id, call_id)'],
      grants: 'select, insert',
    })
    this.table({
      name: 'call_events',
      columns: `id uuid not null, call_id uuid not null, kind text not null check (kind in ('call_registered','eta_change','arrival','departure','manifest_filed','manifest_amended')),
        at timestamptz, previous_at timestamptz, source text not null check (source in ('message','page','file')), note text, recorded_by uuid, message_id uuid, recorded_at timestamptz not null default now(),
        primary key (tenant_id, id), foreign key (tenant_id, call_id) references tenant.calls (tenant_id, id)`,
      indexes: ['(tenant_id, call_id, recorded_at)'],
      grants: 'select, insert',
    })
    this.table({
      name: 'manifests',
      columns: `id uuid not null, document_reference text, sender_id uuid not null, call_id uuid, mode text,
        nature text, state text not null default 'filed' check (state in ('filed','cancelled')), voyage text, port text, call_key text,
        first_filed_at timestamptz not null, last_filed_at timestamptz not null, first_filer text not null,
        declared_consignments integer, last_message_id uuid not null, changed_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id),
        foreign key (tenant_id, call_id) references tenant.calls (tenant_id, id)`,
      indexes: ['(tenant_id, call_id)', '(tenant_id, call_key) where call_id is null'],
      grants: 'select, insert, update',
    })
    // By what numbers its filer calls a manifest: its own, and those of the amendments that carry a new one.
    this.table({
      name: 'manifest_keys',
      columns: `sender_id uuid not null, key text not null, manifest_id uuid not null,
        primary key (tenant_id, sender_id, key),
        foreign key (tenant_id, manifest_id) references tenant.manifests (tenant_id, id)`,
      grants: 'select, insert',
    })
    this.table({
      name: 'consignments',
      partitioned: true,
      columns: `id uuid not null, manifest_id uuid not null, call_id uuid, level text not null, reference text, master_reference text,
        nature text, state text not null default 'filed' check (state in ('filed','removed','cancelled','unusable')),
        revision integer not null, revision_id uuid not null, content_hash text not null, historical boolean not null default false,
        first_filer text not null, first_registered_at timestamptz not null, changed_at timestamptz not null default now(),
        description text, packages bigint, gross_weight_kg double precision, consignor_name text, consignee_name text,
        loading_port text, discharge_port text, equipment_summary jsonb not null default '[]',
        primary key (tenant_id, id),
        foreign key (tenant_id, manifest_id) references tenant.manifests (tenant_id, id),
        foreign key (tenant_id, call_id) references tenant.calls (tenant_id, id)`,
      indexes: ['(tenant_id, call_id, id)', '(tenant_id, manifest_id)', '(tenant_id, first_registered_at desc)'],
      grants: 'select, insert, update',
    })
    // First filer and first registration never change; the key finds a consignment across partitions.
    this.table({
      name: 'consignment_keys',
      columns: `manifest_id uuid not null, key text not null, consignment_id uuid not null,
        first_filer text not null, first_registered_at timestamptz not null,
        primary key (tenant_id, manifest_id, key), unique (tenant_id, consignment_id),
        foreign key (tenant_id, manifest_id) references tenant.manifests (tenant_id, id)`,
      grants: 'select, insert',
    })
    // The foreign key asks the small key table: asking the partitioned one costs six times the insert.
    this.table({
      name: 'consignment_revisions',
      partitioned: true,
      columns: `id uuid not null, consignment_id uuid not null, revision integer not null, message_id uuid not null,
        effect text not null check (effect in ('created','revised','removed','cancelled')),
        filed_at timestamptz not null, registered_at timestamptz not null default now(), content_hash text not null,
        document json not null, provenance json not null, changes jsonb not null default '[]',
        primary key (tenant_id, id),
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id)`,
      indexes: ['(tenant_id, consignment_id, revision)', '(tenant_id, message_id)'],
      grants: 'select, insert',
    })
    // Numbers people and machines look for: bill, master, container. Text equality keeps its index under RLS.
    this.table({
      name: 'consignment_numbers',
      columns: `consignment_id uuid not null, kind text not null check (kind in ('reference','master','equipment')), key text not null,
        primary key (tenant_id, kind, key, consignment_id)`,
      indexes: ['(tenant_id, consignment_id)'],
    })
    // History is counted from these rows, never from a second store that could drift.
    this.table({
      name: 'consignment_history',
      columns: `consignment_id uuid not null, consignor_key text, consignee_key text, filed_at timestamptz not null,
        primary key (tenant_id, consignment_id)`,
      indexes: ['(tenant_id, consignee_key, filed_at)', '(tenant_id, consignor_key, filed_at)'],
    })
  }
}
