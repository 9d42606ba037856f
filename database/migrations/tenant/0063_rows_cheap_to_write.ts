import { TenantSchema } from '#database/tenant_schema'

/** Rows of every consignment, cheaper to write and to take in turn (ADR 0038). */
export default class extends TenantSchema {
  async up() {
    // Read only when somebody looks at the original: packed by `packed_provenance.ts`, which reads these rows as they are.
    this.sql(
      `alter table tenant.consignment_revisions alter column provenance type bytea using convert_to(provenance::text, 'UTF8')`
    )
    // A revision is just too long for a row: trying to shrink it takes longer than writing the rest.
    this.sql(
      `alter table tenant.consignment_revisions alter column document set storage external, alter column provenance set storage external`
    )
    // The key table knows every consignment as well, and is asked in a sixth of the time of the partitioned one.
    for (const table of ['assessments', 'standings', 'alerts'])
      this.sql(`alter table tenant.${table} drop constraint ${table}_tenant_id_consignment_id_fkey,
        add constraint ${table}_tenant_id_consignment_id_fkey foreign key (tenant_id, consignment_id)
          references tenant.consignment_keys (tenant_id, consignment_id)`)
    // A ship asks for all its consignments at one moment: their order is read, not sorted for every batch.
    this.sql(`drop index tenant.assessment_requests_1_idx`)
    this.sql(`create index assessment_requests_1_idx on tenant.assessment_requests (tenant_id, requested_at, id)`)
    // Nobody asks for it.
    this.sql(`drop index tenant.standings_2_idx`)
  }
}
