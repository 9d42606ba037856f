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

const MONTHS_BEFORE = 12
/** Up to so many consignments their rows are read; beyond, distinct partners are skipped through. */
const FEW = 200

/** Columns of a key and of its partner, by the kind of key. */
const OF_KEY = {
  consignee: { is: `h.consignee_key = w.key`, partner: 'consignor_key' },
  consignor: { is: `h.consignor_key = w.key`, partner: 'consignee_key' },
  pair: { is: `h.consignee_key = w.key and h.consignor_key = w.other`, partner: null },
} as const
type Kind = keyof typeof OF_KEY

const each = (select: (kind: Kind) => string) =>
  (Object.keys(OF_KEY) as Kind[]).map((kind) => `(${select(kind)})`).join(' union all ')

interface Before {
  at: number
  total: number
  last365: number
  last90: number
  last30: number
  months: number[]
}

const inMonth = (month: number) =>
  `coalesce(sum(d.count) filter (where d.day >= w.day - ${30 * (month + 1)} and d.day < w.day - ${30 * month}), 0)::int`

/** Whole days before that of the moment, from the counters; keys without any are left out. */
const BEFORE = `
  select w.at, sum(d.count)::int as total, (coalesce(sum(d.count) filter (where d.day >= w.day - 365), 0))::int as last365,
         (coalesce(sum(d.count) filter (where d.day >= w.day - 90), 0))::int as last90,
         (coalesce(sum(d.count) filter (where d.day >= w.day - 30), 0))::int as last30,
         array[${Array.from({ length: MONTHS_BEFORE + 1 }, (_, month) => inMonth(month)).join(', ')}] as months
    from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::date[]) as w (at, kind, key, other, day)
    join tenant.history_days d on d.kind = w.kind and d.key = w.key and d.other = w.other and d.day >= w.day - 730 and d.day < w.day
   group by w.at, w.day having sum(d.count) > 0`

interface Today {
  at: number
  today: number
  first: Date
  last: Date
  partners: number
  chapters: string[][]
}

/** Rows of the day of the moment that were filed before it; keys without any are left out. */
const TODAY = `
  with w as materialized (select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
    as w (at, kind, key, other, today, until))
  ${each(
    (kind) => `select w.at, count(*)::int as today, min(h.filed_at) as first, max(h.filed_at) as last,
        ${OF_KEY[kind].partner ? `count(distinct h.${OF_KEY[kind].partner})::int` : '0'} as partners, json_agg(h.chapters) as chapters
      from w join tenant.consignment_history h on ${OF_KEY[kind].is} and h.filed_at >= w.today and h.filed_at < w.until
     where w.kind = '${kind}' group by w.at`
  )}`

interface Seen {
  at: number
  first: Date | null
  last: Date | null
  partners: number
  chapters: string[] | null
}

const IN_WINDOW = `h.filed_at >= w.since and h.filed_at < w.until`

const seen = (kind: Kind, order: 'asc' | 'desc') =>
  `(select h.filed_at from tenant.consignment_history h where ${OF_KEY[kind].is} and ${IN_WINDOW} order by h.filed_at ${order} limit 1)`

/** `mine` is the party asked about, `theirs` its partner. */
const partnersOf = (mine: string, theirs: string) => `
  case when w.rows <= ${FEW} then
    (select count(distinct h.${theirs}) from tenant.consignment_history h where h.${mine} = w.key and ${IN_WINDOW})
  else (select count(*) from (
    with recursive p (other) as (
      (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} is not null order by h.${theirs} limit 1)
      union all
      select (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} > p.other order by h.${theirs} limit 1)
        from p where p.other is not null)
    select 1 from p where p.other is not null
       and (select true from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} = p.other and ${IN_WINDOW} limit 1)) s)
  end::int`

const CHAPTERS = `
  (select array_agg(c.chapter) from (
     select d.other as chapter from tenant.history_days d where d.kind = 'chapter' and d.key = w.key and d.day >= w.day - 730 and d.day < w.day
      group by d.other having sum(d.count) > 0) c)`

/** Of keys that were counted on earlier days. */
const SEEN = `
  with w as materialized (select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::int[], ?::date[], ?::timestamptz[], ?::timestamptz[])
    as w (at, kind, key, other, rows, day, since, until))
  ${each((kind) => {
    const partners =
      kind === 'consignee'
        ? partnersOf('consignee_key', 'consignor_key')
        : kind === 'consignor'
          ? partnersOf('consignor_key', 'consignee_key')
          : '0'
    return `select w.at, ${seen(kind, 'asc')} as first, ${seen(kind, 'desc')} as last, ${partners} as partners,
        ${kind === 'consignee' ? CHAPTERS : 'null::text[]'} as chapters from w where w.kind = '${kind}'`
  })}`

/**
 * How often each key was seen before, in the order asked. Whole UTC days come from the counters; of
 * the day of the moment itself only rows filed before it count, so that the answer never changes by
 * what is filed later. Most keys were never seen: what is asked of the others is asked of them alone.
 */
export async function countParties(wanted: readonly WantedKey[]): Promise<CountedKey[]> {
  if (wanted.length === 0) return []
  const column = <T>(keys: readonly number[], of: (key: WantedKey) => T) => keys.map((at) => of(wanted[at]!))
  const keysOf = (at: readonly number[]) => [
    [...at],
    column(at, ({ kind }) => kind),
    column(at, ({ key }) => key),
    column(at, ({ other }) => other),
  ]
  const all = [...wanted.keys()]
  const untils = column(all, ({ until }) => new Date(until))
  const days = column(all, ({ until }) => new Date(until).toISOString().slice(0, 10))
  const before = byPosition(await rows<Before>(BEFORE, [...keysOf(all), days]))
  const today = byPosition(
    await rows<Today>(TODAY, [...keysOf(all), column(all, ({ until }) => new Date(startOfDay(until))), untils])
  )
  const known = [...before.keys()]
  const seenBefore =
    known.length === 0
      ? new Map<number, Seen>()
      : byPosition(
          await rows<Seen>(SEEN, [
            ...keysOf(known),
            known.map((at) => before.get(at)!.total + (today.get(at)?.today ?? 0)),
            known.map((at) => days[at]),
            column(known, ({ until }) => new Date(historyWindowStart(until))),
            known.map((at) => untils[at]),
          ])
        )
  return all.map((at) => counted(before.get(at), today.get(at), seenBefore.get(at), wanted[at]!.kind))
}

const byPosition = <R extends { at: number }>(found: readonly R[]): Map<number, R> =>
  new Map(found.map((row) => [row.at, row]))

const NO_MONTHS = Array.from({ length: MONTHS_BEFORE + 1 }, () => 0)

function counted(
  before: Before | undefined,
  today: Today | undefined,
  seenBefore: Seen | undefined,
  kind: Kind
): CountedKey {
  const now = today?.today ?? 0
  const chapters = kind === 'consignee' ? [...(seenBefore?.chapters ?? []), ...(today?.chapters.flat() ?? [])] : []
  return {
    count: (before?.total ?? 0) + now,
    count12Months: (before?.last365 ?? 0) + now,
    count90Days: (before?.last90 ?? 0) + now,
    count30Days: (before?.last30 ?? 0) + now,
    firstSeen: (seenBefore ? seenBefore.first : today?.first)?.getTime() ?? null,
    lastSeen: (seenBefore ? seenBefore.last : today?.last)?.getTime() ?? null,
    partners: (seenBefore ? seenBefore.partners : today?.partners) ?? 0,
    months: kind === 'consignee' ? (before?.months ?? NO_MONTHS) : NO_MONTHS,
    chapters: [...new Set(chapters)].sort(),
  }
}
