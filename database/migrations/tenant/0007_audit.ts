import { TenantSchema } from '#database/tenant_schema'

/** Who did what: written in the transaction of the action, sealed afterwards (DECISIONS 8, SECURITY T38). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'audit_entries',
      partitioned: true,
      columns: `id uuid not null, at timestamptz not null default clock_timestamp(), action text not null, class text not null check (class in ('C2','C3','C4')),
        actor_kind text not null check (actor_kind in ('officer','token','system')), actor_id text not null,
        subject_kind text, subject_id text, data json not null, request text not null,
        primary key (tenant_id, id)`,
      indexes: ['(tenant_id, at desc)', '(tenant_id, subject_kind, subject_id)', '(tenant_id, actor_id, id)'],
      grants: 'select, insert',
    })
  }
}
