import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { monthBounds, partition } from '#database/rls'

/**
 * Months kept ready, this one included; each start makes the next. What falls outside lands in the
 * default partition and is never refused. Few, because every statement plans over all of them.
 */
const MONTHS_AHEAD = 4

/** Makes the monthly partitions of every partitioned tenant table, from this month on. */
export async function ensurePartitions(owner: QueryClientContract, now: Date): Promise<void> {
  const tables: { rows: { name: string }[] } = await owner.rawQuery(
    `select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'tenant' and c.relkind = 'p'`
  )
  const existing: { rows: { name: string }[] } = await owner.rawQuery(
    `select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'tenant' and c.relispartition`
  )
  const have = new Set(existing.rows.map((row) => row.name))
  for (const table of tables.rows) {
    for (let ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
      const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
      const suffix = `${month.getUTCFullYear()}_${String(month.getUTCMonth() + 1).padStart(2, '0')}`
      if (have.has(`${table.name}_${suffix}`)) continue
      const bounds = monthBounds(month.getUTCFullYear(), month.getUTCMonth())
      for (const statement of partition(table.name, suffix, bounds)) await owner.rawQuery(statement)
    }
  }
}
