import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { inTransaction } from './in_transaction.js'

/** By partitioned table: the first instant of the first month that an administration needs. */
export type Needed = Readonly<Record<string, Date>>

/**
 * Drops the monthly partitions that lie before what every administration needs. A table that one of
 * them does not speak of is needed for ever. Returns the names.
 */
export async function dropPartitions(
  owner: QueryClientContract,
  administrations: readonly Needed[],
  now: Date
): Promise<string[]> {
  const found: { rows: { name: string; parent: string }[] } = await owner.rawQuery(
    `select c.relname as name, p.relname as parent from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
       join pg_catalog.pg_class p on p.oid = i.inhparent join pg_catalog.pg_namespace n on n.oid = p.relnamespace
      where n.nspname = 'tenant' and c.relkind = 'r' order by c.relname`
  )
  const dropped: string[] = []
  for (const { name, parent } of found.rows) {
    const end = endOf(name, parent)
    if (!end || end > now || !administrations.every((needed) => needed[parent] && end <= needed[parent])) continue
    // Everybody who reads the table waits behind a drop that waits: better the next day.
    await inTransaction(owner, async (transaction) => {
      await transaction.rawQuery(`set local lock_timeout = '5s'`)
      await transaction.rawQuery('drop table tenant.??', [name])
    })
    dropped.push(name)
  }
  return dropped
}

/** The instant after the month that a partition is named for; `null` for the default partition. */
function endOf(name: string, parent: string): Date | null {
  const [, year, month] = /^_(\d{4})_(\d{2})$/.exec(name.slice(parent.length)) ?? []
  return year && month ? new Date(Date.UTC(Number(year), Number(month), 1)) : null
}
