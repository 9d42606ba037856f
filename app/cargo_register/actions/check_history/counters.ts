import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** What the rows give and what was counted, where they differ: days of one month, one statement, one moment. */
const DIFFERENCES = `
  m as (select ?::date as first, (?::date + interval '1 month')::date as next),
  want as (select k.kind, k.key, k.other, (h.filed_at at time zone 'UTC')::date as day, count(*)::int as count
      from m join tenant.consignment_history h
        on h.filed_at >= m.first::timestamp at time zone 'UTC' and h.filed_at < m.next::timestamp at time zone 'UTC'
      cross join lateral tenant.history_counters(h.consignor_key, h.consignee_key, h.lane, h.sender_id, h.chapters, h.flawed) k
     group by 1, 2, 3, 4),
  have as (select d.kind, d.key, d.other, d.day, sum(d.count)::int as count
      from m join tenant.history_days d on d.day >= m.first and d.day < m.next group by 1, 2, 3, 4),
  differ as (select kind, key, other, day, coalesce(w.count, 0) - coalesce(h.count, 0) as lacks
      from want w full join have h using (kind, key, other, day) where coalesce(w.count, 0) <> coalesce(h.count, 0))`

/** Returns how many counts differ. A repair adds what is lacking: nothing that is filed meanwhile is lost. */
export async function checkCounters(repair: boolean): Promise<number> {
  let differences = 0
  for (const month of await monthsCounted()) {
    differences += repair
      ? await execute(
          `with ${DIFFERENCES} insert into tenant.history_days (tenant_id, kind, key, other, day, count)
             select ?::uuid, kind, key, other, day, lacks from differ`,
          [month, month, tenancy.current().administration.id]
        )
      : (await firstRow<{ count: number }>(`with ${DIFFERENCES} select count(*)::int as count from differ`, [
          month,
          month,
        ]))!.count
  }
  return differences
}

/** First days of the months of which there is a row or a count. */
async function monthsCounted(): Promise<string[]> {
  const span = await firstRow<{ first: string | null; last: string | null }>(
    `select to_char(min(day), 'YYYY-MM') as first, to_char(max(day), 'YYYY-MM') as last from (
       select min((filed_at at time zone 'UTC')::date) as day from tenant.consignment_history
       union all select max((filed_at at time zone 'UTC')::date) from tenant.consignment_history
       union all select min(day) from tenant.history_days union all select max(day) from tenant.history_days) s`
  )
  if (!span?.first || !span.last) return []
  const months: string[] = []
  for (let month = span.first; month <= span.last; month = nextMonth(month)) months.push(`${month}-01`)
  return months
}

const nextMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
