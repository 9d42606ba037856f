import { TenantSchema } from '#database/tenant_schema'

/** Of a court file only what its making writes can be written: what was asked for, by whom and for which case, never. */
export default class extends TenantSchema {
  async up() {
    this.sql(`revoke update on tenant.court_files from landfall_app`)
    this
      .sql(`grant update (state, version, attempts, started_at, failure, made_at, holds, items, changes, content_sha256, sha256, bytes, pages, blob)
      on tenant.court_files to landfall_app`)
  }
}
