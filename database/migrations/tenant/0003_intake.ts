import { TenantSchema } from '#database/tenant_schema'

/** The porch and the translator: bytes as received, the Messages in them, what was wrong with them. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'senders',
      columns: `id uuid not null, code text not null, name text not null,
        always_filed text not null default '', created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
    })
    this.table({
      name: 'received_messages',
      partitioned: true,
      columns: `id uuid not null, receipt text not null, channel text not null check (channel in ('upload','api','console')),
        sender_id uuid, submitted_by uuid, filename text, received_at timestamptz not null default now(), filed_at timestamptz not null,
        filed_at_given boolean not null, historical boolean not null default false, blob text not null, size_bytes bigint not null, sha256 text not null,
        state text not null default 'received' check (state in ('received','reading','registered','quarantined','rejected')),
        format text, format_version integer, charset text, messages integer not null default 0, consignments integer not null default 0,
        problem_fatals integer not null default 0, problem_errors integer not null default 0,
        problem_warnings integer not null default 0, problem_infos integer not null default 0,
        started_at timestamptz, finished_at timestamptz, attempts integer not null default 0,
        primary key (tenant_id, id),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id)`,
      indexes: ['(tenant_id, state, id)', '(tenant_id, received_at desc)', '(tenant_id, receipt)'],
      grants: 'select, insert, update',
    })
    // The same bytes twice are recognised; the key is small and outlives partitions.
    this.table({
      name: 'received_message_keys',
      columns: `sha256 text not null, received_message_id uuid not null, first_at timestamptz not null default now(),
        duplicates integer not null default 0, last_duplicate_at timestamptz,
        primary key (tenant_id, sha256)`,
      indexes: ['(tenant_id, received_message_id)'],
      grants: 'select, insert, update',
    })
    // What a machine said it would send once (`Idempotency-Key`), and what it then sent.
    this.table({
      name: 'idempotency_keys',
      columns: `token_id uuid not null, key text not null, sha256 text not null, received_message_id uuid not null,
        first_at timestamptz not null default now(),
        primary key (tenant_id, token_id, key),
        foreign key (tenant_id, token_id) references tenant.api_tokens (tenant_id, id)`,
      grants: 'select, insert',
    })
    this.table({
      name: 'messages',
      partitioned: true,
      columns: `id uuid not null, received_message_id uuid not null, position integer not null,
        type text, version text, profile text, control_reference text, function text, function_code text,
        document_reference text, sender text, test boolean not null default false,
        state text not null check (state in ('registered','status_only','quarantined','rejected')),
        effect text, consignments integer not null default 0, usable integer not null default 0, equipment integer not null default 0,
        segments integer not null default 0, conveyance text, manifest_id uuid, call_id uuid,
        first_byte bigint, read_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, received_message_id) references tenant.received_messages (tenant_id, id)`,
      indexes: ['(tenant_id, received_message_id, position)', '(tenant_id, manifest_id)'],
      grants: 'select, insert, update, delete',
    })
    // One row per Message position: reading again after a crash cannot register a Message twice.
    this.table({
      name: 'message_keys',
      columns: `received_message_id uuid not null, position integer not null, message_id uuid not null,
        primary key (tenant_id, received_message_id, position)`,
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'problems',
      partitioned: true,
      columns: `id uuid not null, received_message_id uuid not null, message_id uuid, consignment_id uuid,
        code text not null, severity text not null check (severity in ('info','warning','error','fatal')),
        segment integer, tag text, line integer, element integer, component integer, byte_offset bigint, byte_length integer,
        params jsonb not null default '{}',
        primary key (tenant_id, id),
        foreign key (tenant_id, received_message_id) references tenant.received_messages (tenant_id, id)`,
      indexes: ['(tenant_id, received_message_id)', '(tenant_id, message_id)', '(tenant_id, consignment_id)'],
      grants: 'select, insert, delete',
    })
  }
}
