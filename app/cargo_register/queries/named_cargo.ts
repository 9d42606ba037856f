import type { Condition } from '#platform/tenancy/unit_scope'

/** Containers are used again: by one alone, cargo is meant that was first filed this near to the record. */
const NEAR = `c.first_registered_at between r.filed_at - interval '90 days' and r.filed_at + interval '90 days'`

const NAMED = `k.tenant_id = r.tenant_id and k.record_id = r.id and k.finds`

/**
 * Rows (`kind`, `key`, `consignment_id`) of the cargo that a record `r` of a national system names: by a bill or its master,
 * by a declaration that names one, or by a container alone. It is joined when it is looked at: what comes first does not matter.
 */
export const CARGO_NAMED = `select k.kind, k.key, n.consignment_id from tenant.record_keys k
    join tenant.consignment_numbers n on n.tenant_id = k.tenant_id and n.kind in ('reference','master') and n.key = k.key
   where ${NAMED} and k.kind = 'document'
  union select k.kind, k.key, n.consignment_id from tenant.record_keys k
    join tenant.declarations d on d.tenant_id = k.tenant_id and d.number = k.key and d.state = 'current'
    join tenant.declaration_numbers m on m.tenant_id = d.tenant_id and m.declaration_id = d.id
    join tenant.consignment_numbers n on n.tenant_id = m.tenant_id and n.kind in ('reference','master') and n.key = m.key
   where ${NAMED} and k.kind = 'declaration'
  union select k.kind, k.key, n.consignment_id from tenant.record_keys k
    join tenant.consignment_numbers n on n.tenant_id = k.tenant_id and n.kind = 'equipment' and n.key = k.key
    join tenant.consignments c on c.tenant_id = n.tenant_id and c.id = n.consignment_id and ${NEAR}
   where ${NAMED} and k.kind = 'equipment'`

/** Condition on a record `r`: some cargo is known here that it names. */
export const IS_LINKED = `exists (select 1 from (${CARGO_NAMED}) f)`

/** Condition on a record `r`: a hold of cargo holds what was told of it. */
export const IS_HELD_WITH_CARGO = `exists (select 1 from (${CARGO_NAMED}) f where tenant.consignment_is_held(f.consignment_id))`

/** Condition on a record `r`: it names this cargo. The same joins, begun at the cargo. */
export const namesCargo = (consignmentId: string): Condition => ({
  sql: `r.id in (
    select k.record_id from tenant.consignment_numbers n
      join tenant.record_keys k on k.tenant_id = n.tenant_id and k.key = n.key and k.finds
       and k.kind = case when n.kind = 'equipment' then 'equipment' else 'document' end
     where n.consignment_id = ? and (k.kind <> 'equipment'
       or exists (select 1 from tenant.consignments c where c.tenant_id = n.tenant_id and c.id = n.consignment_id and ${NEAR}))
    union select k.record_id from tenant.consignment_numbers n
      join tenant.declaration_numbers m on m.tenant_id = n.tenant_id and m.key = n.key
      join tenant.declarations d on d.tenant_id = m.tenant_id and d.id = m.declaration_id and d.state = 'current'
      join tenant.record_keys k on k.tenant_id = d.tenant_id and k.kind = 'declaration' and k.key = d.number and k.finds
     where n.consignment_id = ? and n.kind in ('reference','master'))`,
  bindings: [consignmentId, consignmentId],
})

export interface NamedNumber {
  kind: 'document' | 'declaration' | 'equipment'
  filed: string
  /** Cargo found by it. */
  consignments: string[]
}

/** What a record `r` names, each with the cargo found by it that the reader may see: a list of `NamedNumber`. */
export const namedNumbers = (scope: Condition): Condition => ({
  sql: `coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'filed', t.filed, 'consignments',
      array(select f.consignment_id from (${CARGO_NAMED}) f join tenant.consignments c on c.id = f.consignment_id
        where f.kind = t.kind and f.key = t.key and ${scope.sql} order by 1 limit 20)) order by t.kind desc, t.filed)
    from tenant.record_keys t where t.tenant_id = r.tenant_id and t.record_id = r.id), '[]'::jsonb)`,
  bindings: scope.bindings,
})

/** Condition on a record `r`: it names no cargo that is known here, which concerns everybody, or some that the reader may see. */
export const seenWithCargo = (scope: Condition): Condition => ({
  sql: `(not ${IS_LINKED} or exists (select 1 from (${CARGO_NAMED}) f
    join tenant.consignments c on c.id = f.consignment_id where ${scope.sql}))`,
  bindings: scope.bindings,
})

/** Text as a pattern that finds it anywhere; no letter of it stands for others. */
export const anywhere = (text: string | null): string | null =>
  text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`
