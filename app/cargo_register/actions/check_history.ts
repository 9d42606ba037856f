import { recordAction } from '#platform/audit/record'
import { reportHealth } from '#platform/database/health'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { checkCounters } from './check_history/counters.js'
import { checkRows, type RowDifferences } from './check_history/rows.js'

export interface HistoryCheck extends RowDifferences {
  /** Consignments whose document was read again. */
  consignments: number
  /** Days of keys whose count is not what their rows give. */
  counters: number
}

const SOME_MINUTES = { statementTimeoutMs: 600_000 }

/**
 * Counts everything again, from the documents, and compares: rows of history with what the current
 * documents say, counters with the rows. A difference is a fault of ours: the operator's console shows
 * it, the audit keeps it. With `repair` the rows are written anew and the counters follow.
 */
export async function checkHistory({ repair }: { repair: boolean }): Promise<HistoryCheck> {
  const { consignments, ...differences } = await checkRows(repair)
  const counters = await unitOfWork(async () => {
    // Two repairs at once would each add what is missing.
    await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('history', 0))`)
    return checkCounters(repair)
  }, SOME_MINUTES)
  const found = { ...differences, counters }
  const total = Object.values(found).reduce((sum, count) => sum + count, 0)
  await unitOfWork(async () => {
    await reportHealth('history_alarm', repair ? 0 : total)
    await recordAction({ action: 'history.checked', data: { consignments, ...found, repaired: repair } })
  })
  return { consignments, ...found }
}

/** Makes one row of the many that filings added to a day that is over. */
export async function foldCounters(): Promise<void> {
  await unitOfWork(
    () =>
      execute(
        `with many as (select kind, key, other, day from tenant.history_days where day < (now() at time zone 'UTC')::date - 1
             group by kind, key, other, day having count(*) > 1 or sum(count) = 0),
           gone as (delete from tenant.history_days d using many m
             where d.kind = m.kind and d.key = m.key and d.other = m.other and d.day = m.day returning d.*)
         insert into tenant.history_days (tenant_id, kind, key, other, day, count)
         select tenant_id, kind, key, other, day, sum(count) from gone group by tenant_id, kind, key, other, day having sum(count) <> 0`
      ),
    SOME_MINUTES
  )
}
