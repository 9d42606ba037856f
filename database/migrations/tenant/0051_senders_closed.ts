import { TenantSchema } from '#database/tenant_schema'

/** A sender may be closed; what it filed last is found without looking at everybody's. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.senders add column closed_at timestamptz`)
    this.sql(`create index on tenant.received_messages (tenant_id, sender_id, received_at desc)`)
  }
}
