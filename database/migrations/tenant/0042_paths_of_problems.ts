import { TenantSchema } from '#database/tenant_schema'

/** Where a Problem stands in a format whose places have names: an XPath, or the address of a cell. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.problems add column path text`)
  }
}
