import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import type { RetentionStep } from './retention_class.js'

interface AgedTable {
  table: string
  /** SQL of the instant from which its time runs; null as long as it is not over. */
  end: string
  /** What tells its rows apart. Default: `id`. */
  key?: string
  type?: 'uuid' | 'text'
}

/** A step that deletes rows by their age alone, and that no legal hold concerns. Tables that refer to others first. */
export function agedRows(...tables: readonly AgedTable[]): RetentionStep {
  const old = tables.map(({ table, end }) => `from tenant.${table} where ${end} < ?`)
  const oldest = tables.map(
    ({ key = 'id', end }, part) =>
      `(select '${part} ' || ${key} as id, ${end} as ended_at ${old[part]} order by ended_at limit ?)`
  )
  const counts = old.map((from) => `(select count(*) ${from})`)
  return {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select id from (${oldest.join(' union all ')}) as due order by ended_at, id limit ?`,
          [...tables.flatMap(() => [before, limit]), limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select (${counts.join(' + ')})::int as due, 0 as held`,
        tables.map(() => before)
      ))!,
    apply: (ids) =>
      unitOfWork(async () => {
        for (const [part, { table, key = 'id', type = 'uuid' }] of tables.entries()) {
          const mark = `${part} `
          const keys = ids.filter((id) => id.startsWith(mark)).map((id) => id.slice(mark.length))
          if (keys.length > 0) await execute(`delete from tenant.${table} where ${key} = any(?::${type}[])`, [keys])
        }
      }),
  }
}
