import { TenantSchema } from '#database/tenant_schema'

/** What goods were declared to be worth (`USD 99.5`), so that the values of a consignee are compared without reading documents. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.consignment_history add column value text`)
  }
}
