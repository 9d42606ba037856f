import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import type { RetentionStep } from './retention_class.js'

interface AgedTable {
  /** Ids ended before, oldest first, at most so many. */
  due: { sql: string }
  /** How many ended before, as `count`. */
  count: { sql: string }
  /** Deletes these ids. */
  remove: { sql: string }
}

/** A step that deletes rows by their age alone, and that no legal hold concerns. Tables that refer to others first. */
export function agedRows(...tables: readonly AgedTable[]): RetentionStep {
  const due: RetentionStep['due'] = async (before, limit) => {
    const found: string[] = []
    for (const [part, table] of tables.entries()) {
      const ended = await rows<{ id: string }>(table.due.sql, [before, limit - found.length])
      found.push(...ended.map(({ id }) => `${part} ${id}`))
    }
    return found
  }
  const count: RetentionStep['count'] = async (before) => {
    let total = 0
    for (const table of tables) total += (await firstRow<{ count: number }>(table.count.sql, [before]))!.count
    return { due: total, held: 0 }
  }
  const apply: RetentionStep['apply'] = (ids) =>
    unitOfWork(async () => {
      for (const [part, table] of tables.entries()) {
        const mark = `${part} `
        const mine = ids.filter((id) => id.startsWith(mark)).map((id) => id.slice(mark.length))
        if (mine.length > 0) await execute(table.remove.sql, [mine])
      }
    })
  return { due, count, apply }
}
