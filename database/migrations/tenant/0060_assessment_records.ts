import { TenantSchema } from '#database/tenant_schema'

/** What binds an assessment to its inputs, and the audit entry of its batch to both: replay shows what was altered. */
export default class extends TenantSchema {
  async up() {
    // Empty for what was weighed before; such an assessment can be replayed, not vouched for.
    this.sql(`alter table tenant.assessments add column batch_id uuid, add column record_hash text`)
  }
}
