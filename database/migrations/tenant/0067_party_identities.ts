import { TenantSchema } from '#database/tenant_schema'

/**
 * Whose a filed party is. History counts by what was filed (identity keys); a key says to which identity
 * it belongs, and a person may move it. Nothing that was counted changes: it is read through here.
 */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'identity_keys',
      columns: `key text not null, id uuid not null default uuidv7(), identity uuid not null, identifier text,
        number text, name text not null, country text,
        shown text not null, because text not null check (because in ('new','identifier','name')), first_seen_at timestamptz not null,
        primary key (tenant_id, key), unique (tenant_id, id)`,
      indexes: [
        '(tenant_id, identity)',
        '(tenant_id, name collate "C")',
        '(tenant_id, number)',
        '(tenant_id, first_seen_at)',
      ],
      grants: 'select, insert, update (identity), delete',
    })
    this.table({
      name: 'identity_decisions',
      columns: `id uuid not null, kind text not null check (kind in ('merge','split')), from_identity uuid not null, into_identity uuid not null,
        reason text not null, decided_by uuid not null, decided_at timestamptz not null default now(), undone_by uuid, undone_at timestamptz, undo_reason text,
        primary key (tenant_id, id), check ((undone_by is null) = (undone_at is null)),
        foreign key (tenant_id, decided_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, undone_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, into_identity)', '(tenant_id, from_identity)'],
      grants: 'select, insert, update (undone_by, undone_at, undo_reason), delete',
    })
    // Which keys a decision moved; a key that is forgotten leaves it.
    this.table({
      name: 'identity_decision_keys',
      columns: `decision_id uuid not null, key_id uuid not null, primary key (tenant_id, decision_id, key_id),
        foreign key (tenant_id, decision_id) references tenant.identity_decisions (tenant_id, id) on delete cascade,
        foreign key (tenant_id, key_id) references tenant.identity_keys (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, key_id)'],
      grants: 'select, insert, delete',
    })
    this.sql(`alter table tenant.history_traces drop constraint history_traces_kind_check,
      add check (kind in ('contact','address','consignor_contact','consignor_address','spelling','notify'))`)
    this.#keysWithCountries()
    this.#holds()
  }

  /** What was counted before is told with its country too; counters follow by their triggers. */
  #keysWithCountries() {
    const tables = ['consignment_history', 'history_days', 'history_traces', 'history_checks', 'history_check_keys']
    const read = ['consignments', 'consignment_revisions']
    for (const table of [...tables, ...read]) this.sql(`alter table tenant.${table} no force row level security`)
    const country = (role: string) =>
      `coalesce((select e.p ->> 'country' from jsonb_array_elements(to_jsonb(r.document) -> 'parties') with ordinality as e (p, n)
        where e.p ->> 'role' = '${role}' order by e.n limit 1), '')`
    this.sql(`create temporary table keyed on commit drop as
      select h.tenant_id, h.consignment_id, h.consignor_key as consignor, h.consignee_key as consignee,
             h.consignor_key || '@' || ${country('consignor')} as consignor_now, h.consignee_key || '@' || ${country('consignee')} as consignee_now
        from tenant.consignment_history h join tenant.consignments c on c.tenant_id = h.tenant_id and c.id = h.consignment_id
        join tenant.consignment_revisions r on r.tenant_id = c.tenant_id and r.id = c.revision_id`)
    for (const [end, kinds] of [
      ['consignee', `'contact','address'`],
      ['consignor', `'consignor_contact','consignor_address'`],
    ] as const) {
      this.sql(`update tenant.history_traces t set other = k.${end}_now from keyed k
        where t.tenant_id = k.tenant_id and t.consignment_id = k.consignment_id and t.kind in (${kinds}) and t.other = k.${end}`)
      this.sql(`update tenant.history_traces t set key = k.${end}_now from keyed k
        where t.tenant_id = k.tenant_id and t.consignment_id = k.consignment_id and t.kind = 'spelling' and t.key = k.${end}`)
      this.sql(`update tenant.history_check_keys c set key = k.${end}_now from keyed k, tenant.history_checks h
        where h.tenant_id = c.tenant_id and h.order_id = c.order_id and k.tenant_id = h.tenant_id and k.consignment_id = h.consignment_id
          and c.kind = '${end}' and c.key = k.${end}`)
    }
    this.sql(`update tenant.consignment_history h set consignor_key = k.consignor_now, consignee_key = k.consignee_now
      from keyed k where h.tenant_id = k.tenant_id and h.consignment_id = k.consignment_id`)
    for (const table of [...tables, ...read]) this.sql(`alter table tenant.${table} force row level security`)
  }

  /** A hold names a party, in whatever country it was filed. */
  #holds() {
    this
      .sql(`create or replace function tenant.consignment_is_held(consignment uuid) returns boolean language sql stable as $$
      select exists (
        select 1 from tenant.legal_holds h join tenant.consignments c on c.id = consignment
         where h.lifted_at is null and (
           (h.scope = 'consignment' and h.subject_id = consignment)
           or (h.scope = 'manifest' and h.subject_id = c.manifest_id)
           or (h.scope = 'period' and c.first_registered_at >= h.held_from and c.first_registered_at < h.held_until)
           or (h.scope = 'party' and exists (select 1 from tenant.consignment_history y where y.consignment_id = consignment
                 and h.party_key in (regexp_replace(y.consignor_key, '@[^@]*$', ''), regexp_replace(y.consignee_key, '@[^@]*$', '')))))) $$`)
  }
}
