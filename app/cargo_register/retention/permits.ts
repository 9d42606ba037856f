import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { IS_HELD_WITH_CARGO } from '../queries/named_cargo.js'

function step(which: string, apply: RetentionStep['apply']): RetentionStep {
  const old = `from tenant.permits r where r.filed_at < ? and ${which}`
  return {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select r.id ${old} and not ${IS_HELD_WITH_CARGO} order by r.filed_at, r.id limit ?`,
          [before, limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where ${IS_HELD_WITH_CARGO}))::int as held ${old}`,
        [before]
      ))!,
    apply,
  }
}

/** Permits of agencies. Who held them goes first; what they allowed, and when, stays countable. */
export const permits: RetentionClass = {
  code: 'permits',
  tables: ['permits', 'record_keys'],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 2557 },
  mask: step('r.masked_at is null', async (ids) => {
    await execute(
      `update tenant.permits set holder_name = null, holder_identifiers = '[]', masked_at = now(),
              goods = coalesce((select jsonb_agg(g || '{"description":null}') from jsonb_array_elements(goods) as g), '[]'::jsonb)
        where id = any(?::uuid[])`,
      [ids]
    )
  }),
  remove: step('true', async (ids) => {
    await unitOfWork(async () => {
      await execute(`delete from tenant.record_keys where record_id = any(?::uuid[])`, [ids])
      await execute(`delete from tenant.permits where id = any(?::uuid[])`, [ids])
    })
  }),
}
