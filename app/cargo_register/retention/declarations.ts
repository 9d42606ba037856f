import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { unlessHeld } from '#platform/retention/unless_held'
import { execute } from '#platform/tenancy/database'

/** A hold of cargo holds what was declared of it. */
const HELD = `exists (select 1 from tenant.declaration_numbers n join tenant.consignment_numbers o on o.tenant_id = n.tenant_id and o.key = n.key
  where n.declaration_id = d.id and o.kind in ('reference','master') and tenant.consignment_is_held(o.consignment_id))`

function step(which: string, apply: RetentionStep['apply']): RetentionStep {
  return unlessHeld(
    {
      id: { sql: `d.id` },
      old: { sql: `from tenant.declarations d where d.filed_at < ? and ${which}` },
      held: { sql: HELD },
      order: { sql: `d.filed_at, d.id` },
    },
    apply
  )
}

/** Declarations of national systems. Who imported what goes first; codes and amounts stay countable. */
export const declarations: RetentionClass = {
  code: 'declarations',
  tables: ['declarations', 'declaration_numbers'],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 2557 },
  mask: step('d.masked_at is null', async (ids) => {
    await execute(
      `update tenant.declarations set importer_identifier = null, importer_name = null, exporter_identifier = null, exporter_name = null,
              declarant_identifier = null, declarant_name = null, masked_at = now(),
              items = coalesce((select jsonb_agg(i - 'description') from jsonb_array_elements(items) as i), '[]'::jsonb)
        where id = any(?::uuid[])`,
      [ids]
    )
  }),
  // Their numbers go with them.
  remove: step('true', async (ids) => {
    await execute(`delete from tenant.declarations where id = any(?::uuid[])`, [ids])
  }),
}
