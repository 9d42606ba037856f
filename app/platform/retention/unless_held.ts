import { firstRow, rows } from '#platform/tenancy/database'
import type { RetentionStep } from './retention_class.js'

interface Holdable {
  /** The column of its id. */
  id: { sql: string }
  /** `from … where …` with the instant before which they are old as `?`. */
  old: { sql: string }
  /** Whether a legal hold keeps a row. */
  held: { sql: string }
  /** The oldest first. */
  order: { sql: string }
}

/** A step over rows of one table that are due by their age, unless a legal hold keeps them. */
export const unlessHeld = ({ id, old, held, order }: Holdable, apply: RetentionStep['apply']): RetentionStep => ({
  due: async (before, limit) => {
    const due = await rows<{ id: string }>(
      `select ${id.sql} as id ${old.sql} and not ${held.sql} order by ${order.sql} limit ?`,
      [before, limit]
    )
    return due.map((row) => row.id)
  },
  count: async (before) =>
    (await firstRow<{ due: number; held: number }>(
      `select count(*)::int as due, (count(*) filter (where ${held.sql}))::int as held ${old.sql}`,
      [before]
    ))!,
  apply,
})
