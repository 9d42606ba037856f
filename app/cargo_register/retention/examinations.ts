import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { IS_HELD_WITH_CARGO } from '../queries/named_cargo.js'

/** A hold of the cargo holds it, and one of the order that it answers. */
const HELD = `(${IS_HELD_WITH_CARGO} or exists (select 1 from tenant.examination_orders e join tenant.inspection_orders o on o.tenant_id = e.tenant_id and o.id = e.order_id
  where e.examination_id = r.id and tenant.order_is_held(o.id, o.consignment_id)))`

function step(which: string, apply: RetentionStep['apply']): RetentionStep {
  const old = `from tenant.examinations r where r.filed_at < ? and ${which}`
  return {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(`select r.id ${old} and not ${HELD} order by r.filed_at, r.id limit ?`, [
          before,
          limit,
        ])
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where ${HELD}))::int as held ${old}`,
        [before]
      ))!,
    apply,
  }
}

/** Results of examinations that national systems told. Who examined, and words, go first. */
export const examinations: RetentionClass = {
  code: 'examinations',
  tables: ['examinations', 'record_keys'],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 2557 },
  mask: step('r.masked_at is null', async (ids) => {
    await execute(
      `update tenant.examinations set examiner_identifier = null, examiner_name = null, note = null, masked_at = now(),
              findings = coalesce((select jsonb_agg(f || '{"note":null}') from jsonb_array_elements(findings) as f), '[]'::jsonb)
        where id = any(?::uuid[])`,
      [ids]
    )
  }),
  // One that answers an order is kept as long as the order.
  remove: step(
    'not exists (select 1 from tenant.examination_orders e where e.tenant_id = r.tenant_id and e.examination_id = r.id)',
    async (ids) => {
      await unitOfWork(async () => {
        await execute(`delete from tenant.record_keys where record_id = any(?::uuid[])`, [ids])
        await execute(`delete from tenant.examinations where id = any(?::uuid[])`, [ids])
      })
    }
  ),
}
