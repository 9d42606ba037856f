import { TenantSchema } from '#database/tenant_schema'

/** Why a consignment has its nature where none was filed, and when its conveyance left the last place abroad. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.consignments add column nature_because text not null default 'filed'`)
    this.sql(`alter table tenant.calls add column left_previous_at timestamptz`)
  }
}
