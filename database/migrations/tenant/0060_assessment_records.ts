import { TenantSchema } from '#database/tenant_schema'

/**
 * What binds an assessment to its inputs, and the audit entry of its batch to both; and a row that is
 * cheap to write: its result packed, its versions named by their hash, what lists count by in columns of its own.
 */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'engine_versions',
      columns: `hash text not null, versions jsonb not null, first_used_at timestamptz not null default now(), primary key (tenant_id, hash)`,
      grants: 'select, insert',
    })
    // Batch and record hash are empty for what was weighed before: it can be replayed, not vouched for.
    this.sql(`alter table tenant.assessments add column batch_id uuid, add column record_hash text,
      add column cited_profiles uuid[] not null default '{}', add column matched_entries uuid[] not null default '{}'`)
    // Rows of every administration are moved, by the owner, with nobody else at them.
    for (const table of ['assessments', 'engine_versions'])
      this.sql(`alter table tenant.${table} no force row level security`)
    this.sql(`alter table tenant.assessments disable trigger user`)
    this.sql(`update tenant.assessments a set
      cited_profiles = array(select distinct (p ->> 'profile')::uuid from jsonb_path_query(a.result, '$.reasons[*].profiles[*]') as p),
      matched_entries = array(select distinct (m ->> 'id')::uuid from jsonb_path_query(a.result, '$.matches[*].entry') as m)`)
    this.sql(`insert into tenant.engine_versions (tenant_id, hash, versions)
      select distinct tenant_id, encode(sha256(convert_to(versions::text, 'UTF8')), 'hex'), versions from tenant.assessments`)
    this.sql(`alter table tenant.assessments
      alter column versions type text using encode(sha256(convert_to(versions::text, 'UTF8')), 'hex'),
      alter column result type bytea using convert_to(result::text, 'UTF8')`)
    this.sql(`alter table tenant.assessments rename column versions to versions_hash`)
    // Packed and sealed bytes do not shrink: the database need not try.
    this.sql(
      `alter table tenant.assessments alter column result set storage external, alter column facts set storage external`
    )
    this.sql(`alter table tenant.assessments enable trigger user`)
    for (const table of ['assessments', 'engine_versions'])
      this.sql(`alter table tenant.${table} force row level security`)
  }
}
