import { TenantSchema } from '#database/tenant_schema'

/** Plugins answer too: an answer keeps its own kind of file, so that it can be fetched when its plugin is gone. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.answers drop constraint answers_kind_check`)
    // Core's own kinds, or the code of a plugin's acknowledgement (`guatemala.cusres`).
    this.sql(
      `alter table tenant.answers add constraint answers_kind_check
         check (kind in ('contrl','cusres','manifest_answer') or kind ~ '^[a-z][a-z0-9_]*[.][a-z0-9_.]+$'),
         add column media_type text, add column ending text,
         add constraint answers_file_check check ((kind like '%.%') = (media_type is not null and ending is not null))`
    )
  }
}
