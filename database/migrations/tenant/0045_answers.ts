import { TenantSchema } from '#database/tenant_schema'

/** What an administration answers a sender with, and the answers made. */
export default class extends TenantSchema {
  async up() {
    // `syntax` (CONTRL) and `decision` (CUSRES, or the answer to an ASYCUDA manifest); nothing is answered unless asked for.
    this.sql(`alter table tenant.senders add column answers text not null default ''`)
    // `answered` says what of the message was answered (`cusres/3`): nothing is answered twice.
    this.table({
      name: 'answers',
      columns: `id uuid not null, received_message_id uuid not null, kind text not null check (kind in ('contrl','cusres','manifest_answer')),
        position integer not null, answered text not null, content bytea not null, made_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, received_message_id, answered),
        foreign key (tenant_id, received_message_id) references tenant.received_messages (tenant_id, id)`,
      grants: 'select, insert, delete',
    })
  }
}
