import { TenantSchema } from '#database/tenant_schema'

/** Keys of an administration, and what it says about bytes that are no longer kept. */
export default class extends TenantSchema {
  async up() {
    // A key is its wraps: once they are deleted, nothing it sealed can be read again.
    this.table({
      name: 'keys',
      columns: `id uuid not null, class text not null, period text not null, kid text not null,
        state text not null default 'live' check (state in ('live','former','destroyed')), created_at timestamptz not null default now(),
        ended_at timestamptz, ended_rule text,
        primary key (tenant_id, id), unique (tenant_id, class, kid)`,
      grants: 'select, insert, update',
    })
    this.sql(`create unique index keys_one_live on tenant.keys (tenant_id, class, period) where state = 'live'`)
    this.table({
      name: 'key_wraps',
      columns: `key_id uuid not null, by_kid text not null, wrapped bytea not null, wrapped_at timestamptz not null default now(),
        primary key (tenant_id, key_id, by_kid),
        foreign key (tenant_id, key_id) references tenant.keys (tenant_id, id)`,
      grants: 'select, insert, delete',
    })
    this.sql(`alter table tenant.received_messages add column erased_at timestamptz, add column erased_rule text`)
    this.sql(`alter table tenant.assessments add column erased_at timestamptz, add column erased_rule text`)
  }
}
