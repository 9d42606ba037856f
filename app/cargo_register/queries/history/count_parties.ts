import type { PartyCounts } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import { historyWindowStart, startOfDay } from '#core/facts/window'
import { rows } from '#platform/tenancy/database'

/** A key to count as of the moment a consignment was first registered. `other` is the consignor of a pair. */
export interface WantedKey {
  kind: 'consignee' | 'consignor' | 'pair'
  key: string
  other: string
  until: Instant
}

export interface CountedKey extends PartyCounts {
  /** Distinct consignors of a consignee, consignees of a consignor. */
  partners: number
  /** Consignments in the 30 UTC days before (position 0) and the twelve times 30 days before those. */
  months: readonly number[]
  chapters: readonly string[]
}

interface Row {
  at: number
  total: number
  last365: number
  last90: number
  last30: number
  today: number
  first_seen: Date | null
  last_seen: Date | null
  partners: number | null
  months: Record<string, number> | null
  chapters: string[] | null
}

const MONTHS_BEFORE = 12
const DAYS_OF_MONTHS = 30 * (MONTHS_BEFORE + 1)
/** Up to so many consignments their rows are read; beyond, distinct partners are skipped through. */
const FEW = 200

/** Rows of one key before the moment, by the kind of key; `and …` may follow. */
const OF_KEY = {
  consignee: `h.consignee_key = w.key`,
  consignor: `h.consignor_key = w.key`,
  pair: `h.consignee_key = w.key and h.consignor_key = w.other`,
} as const
const IN_WINDOW = `h.filed_at >= w.since and h.filed_at < w.until`

const each = (select: (kind: keyof typeof OF_KEY) => string) =>
  (Object.keys(OF_KEY) as (keyof typeof OF_KEY)[]).map((kind) => `(${select(kind)})`).join(' union all ')

const ofToday = each(
  (kind) => `select h.chapters from tenant.consignment_history h
    where w.kind = '${kind}' and ${OF_KEY[kind]} and h.filed_at >= w.today and h.filed_at < w.until`
)
const seen = (order: 'asc' | 'desc') =>
  each(
    (kind) => `select h.filed_at from tenant.consignment_history h
      where w.kind = '${kind}' and ${OF_KEY[kind]} and ${IN_WINDOW} order by h.filed_at ${order} limit 1`
  )

/** `mine` is the party asked about, `theirs` its partner. */
const partnersOf = (kind: 'consignee' | 'consignor', mine: string, theirs: string) => `
  select count(distinct h.${theirs}) as n from tenant.consignment_history h
    where w.kind = '${kind}' and b.total + t.today <= ${FEW} and h.${mine} = w.key and ${IN_WINDOW} having w.kind = '${kind}' and b.total + t.today <= ${FEW}
  union all
  select count(*) as n from (
    with recursive p (other) as (
      (select h.${theirs} from tenant.consignment_history h where w.kind = '${kind}' and b.total + t.today > ${FEW}
          and h.${mine} = w.key and h.${theirs} is not null order by h.${theirs} limit 1)
      union all
      select (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} > p.other order by h.${theirs} limit 1)
        from p where p.other is not null)
    select 1 from p where p.other is not null
       and (select true from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} = p.other and ${IN_WINDOW} limit 1)) s
   having w.kind = '${kind}' and b.total + t.today > ${FEW}`

const SQL = `
  select w.at, b.total, b.last365, b.last90, b.last30, t.today, f.first_seen, l.last_seen, p.partners, m.months, c.chapters
    from json_to_recordset(?::json) as w (at integer, kind text, key text, other text, day date, today timestamptz, since timestamptz, until timestamptz)
    cross join lateral (
      select coalesce(sum(d.count), 0)::int as total, (coalesce(sum(d.count) filter (where d.day >= w.day - 365), 0))::int as last365,
             (coalesce(sum(d.count) filter (where d.day >= w.day - 90), 0))::int as last90,
             (coalesce(sum(d.count) filter (where d.day >= w.day - 30), 0))::int as last30
        from tenant.history_days d where d.kind = w.kind and d.key = w.key and d.other = w.other and d.day >= w.day - 730 and d.day < w.day) b
    cross join lateral (select count(*)::int as today from (${ofToday}) r) t
    left join lateral (select filed_at as first_seen from (${seen('asc')}) r) f on b.total + t.today > 0
    left join lateral (select filed_at as last_seen from (${seen('desc')}) r) l on b.total + t.today > 0
    left join lateral (select max(n)::int as partners from (${partnersOf('consignee', 'consignee_key', 'consignor_key')}
        union all ${partnersOf('consignor', 'consignor_key', 'consignee_key')}) n) p on w.kind <> 'pair' and b.total + t.today > 0
    left join lateral (
      select json_object_agg(month, count) as months from (
        select (w.day - d.day - 1) / 30 as month, sum(d.count)::int as count from tenant.history_days d
         where d.kind = w.kind and d.key = w.key and d.other = w.other and d.day >= w.day - ${DAYS_OF_MONTHS} and d.day < w.day group by 1) s
      ) m on w.kind = 'consignee' and b.total > 0
    left join lateral (
      select array_agg(chapter order by chapter) as chapters from (
        select d.other as chapter from tenant.history_days d where d.kind = 'chapter' and d.key = w.key and d.day >= w.day - 730 and d.day < w.day
         group by d.other having sum(d.count) > 0
        union select unnest(r.chapters) from (${ofToday}) r) s
      ) c on w.kind = 'consignee' and b.total + t.today > 0`

/**
 * How often each key was seen before, in the order asked. Whole UTC days come from the counters; of
 * the day of the moment itself only rows filed before it count, so that the answer never changes by
 * what is filed later.
 */
export async function countParties(wanted: readonly WantedKey[]): Promise<CountedKey[]> {
  const asked = wanted.map(({ kind, key, other, until }, at) => ({
    at,
    kind,
    key,
    other,
    day: new Date(until).toISOString().slice(0, 10),
    today: new Date(startOfDay(until)).toISOString(),
    since: new Date(historyWindowStart(until)).toISOString(),
    until: new Date(until).toISOString(),
  }))
  const found = new Map((await rows<Row>(SQL, [JSON.stringify(asked)])).map((row) => [row.at, row]))
  return wanted.map((_, at) => fromRow(found.get(at)!))
}

const fromRow = (row: Row): CountedKey => ({
  count: row.total + row.today,
  count12Months: row.last365 + row.today,
  count90Days: row.last90 + row.today,
  count30Days: row.last30 + row.today,
  firstSeen: row.first_seen?.getTime() ?? null,
  lastSeen: row.last_seen?.getTime() ?? null,
  partners: row.partners ?? 0,
  months: Array.from({ length: MONTHS_BEFORE + 1 }, (_, month) => row.months?.[month] ?? 0),
  chapters: row.chapters ?? [],
})
