import { TenantSchema } from '#database/tenant_schema'

/** Who changed the terms of questions, the audit says. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.question_terms drop column changed_by`)
  }
}
