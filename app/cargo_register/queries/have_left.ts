import { rows } from '#platform/tenancy/database'

/** Which of these consignments have left as a whole: released, gated out, or all their containers gated out. */
export async function haveLeft(consignmentIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    `select c.id from tenant.consignments c
       join (select e.consignment_id, bool_or(e.kind = 'release' or e.equipment is null) as whole, count(distinct e.equipment)::int as boxes
               from tenant.cargo_events e
              where e.consignment_id = any (?::uuid[]) and e.kind in ('gate_out', 'release') and e.at is not null
                and not exists (select 1 from tenant.cargo_events r where r.tenant_id = e.tenant_id and r.replaces = e.id)
              group by e.consignment_id) as gone on gone.consignment_id = c.id
      where c.id = any (?::uuid[]) and (gone.whole or gone.boxes >= (
        select count(*) from tenant.consignment_numbers n where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment'))`,
    [consignmentIds, consignmentIds]
  )
  return new Set(found.map(({ id }) => id))
}
