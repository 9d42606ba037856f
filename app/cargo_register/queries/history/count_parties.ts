import type { PartyCounts } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import { historyWindowStart, startOfDay } from '#core/facts/window'
import { rows } from '#platform/tenancy/database'

/** All keys of a party, to be counted as of the moment a consignment was first registered. `others` are those of the consignor of a pair, else `''`. */
export interface WantedKey {
  kind: 'consignee' | 'consignor' | 'pair'
  keys: readonly string[]
  others: readonly string[]
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
        ${OF_KEY[kind].partner ? `count(distinct coalesce(i.identity::text, h.${OF_KEY[kind].partner}))::int` : '0'} as partners,
        json_agg(h.chapters) as chapters
      from w join tenant.consignment_history h on ${OF_KEY[kind].is} and h.filed_at >= w.today and h.filed_at < w.until
        ${OF_KEY[kind].partner ? `left join tenant.identity_keys i on i.key = h.${OF_KEY[kind].partner}` : ''}
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

const DISTINCT = `count(distinct coalesce(i.identity::text, p.other))::int`
const WHOSE = `left join tenant.identity_keys i on i.key = p.other`

/** Distinct partners of a key, however many consignments there were: one probe a partner. */
const skipThrough = (mine: string, theirs: string) => `
  with recursive p (other) as (
    (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} is not null order by h.${theirs} limit 1)
    union all
    select (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} > p.other order by h.${theirs} limit 1)
      from p where p.other is not null)
  select p.other from p where p.other is not null
     and (select true from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} = p.other and ${IN_WINDOW} limit 1)`

/** `mine` is the party asked about, `theirs` its partner; two keys of one identity are one partner. */
const partnersOf = (mine: string, theirs: string) => `
  case when w.rows <= ${FEW} then
    (select ${DISTINCT} from (select distinct h.${theirs} as other from tenant.consignment_history h
        where h.${mine} = w.key and ${IN_WINDOW} and h.${theirs} is not null) p ${WHOSE})
  else (select ${DISTINCT} from (${skipThrough(mine, theirs)}) p ${WHOSE}) end`

/** Of a party of several keys, all together. */
const togetherOf = (kind: Kind, mine: string, theirs: string) => `
  select w.at, ${DISTINCT} as partners from w cross join lateral (
      select distinct h.${theirs} as other from tenant.consignment_history h
       where w.rows <= ${FEW} and h.${mine} = w.key and ${IN_WINDOW} and h.${theirs} is not null
      union all select s.other from (${skipThrough(mine, theirs)}) s where w.rows > ${FEW}) p ${WHOSE}
   where w.kind = '${kind}' group by w.at`

const PARTNERS = `
  with w as materialized (select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[])
    as w (at, kind, key, other, rows, since, until))
  (${togetherOf('consignee', 'consignee_key', 'consignor_key')})
  union all
  (${togetherOf('consignor', 'consignor_key', 'consignee_key')})`

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
 * How often each party was seen before, in the order asked. Whole UTC days come from the counters; of
 * the day of the moment itself only rows filed before it count, so that the answer never changes by
 * what is filed later. Most keys were never seen: what is asked of the others is asked of them alone.
 * A party of several keys is asked key by key, and added up.
 */
export async function countParties(wanted: readonly WantedKey[]): Promise<CountedKey[]> {
  if (wanted.length === 0) return []
  const all = [...wanted.keys()]
  const asked = wanted.flatMap(({ kind, keys, others, until }, at) =>
    keys.flatMap((key) => others.map((other): Asked => ({ at, kind, key, other, until })))
  )
  const before = byPosition(
    await rows<Before>(BEFORE, [
      ...columns(asked),
      asked.map(({ until }) => new Date(until).toISOString().slice(0, 10)),
    ])
  )
  const today = byPosition(
    await rows<Today>(TODAY, [
      ...columns(asked),
      asked.map(({ until }) => new Date(startOfDay(until))),
      asked.map(({ until }) => new Date(until)),
    ])
  )
  const counts = (at: number) => before.get(at)!.total + (today.get(at)?.today ?? 0)
  const seenBefore = await seenOf(
    asked.filter(({ at }) => before.has(at)),
    counts
  )
  return all.map((at) => counted(before.get(at), today.get(at), seenBefore.get(at), wanted[at]!.kind))
}

/** One key of what is wanted at a position. */
interface Asked {
  at: number
  kind: Kind
  key: string
  other: string
  until: Instant
}

const columns = (asked: readonly Asked[]) => [
  asked.map(({ at }) => at),
  asked.map(({ kind }) => kind),
  asked.map(({ key }) => key),
  asked.map(({ other }) => other),
]

async function seenOf(asked: readonly Asked[], counts: (at: number) => number): Promise<Map<number, Seen>> {
  if (asked.length === 0) return new Map()
  const since = (of: readonly Asked[]) => of.map(({ until }) => new Date(historyWindowStart(until)))
  const untils = (of: readonly Asked[]) => of.map(({ until }) => new Date(until))
  const found = await rows<Seen>(SEEN, [
    ...columns(asked),
    asked.map(({ at }) => counts(at)),
    asked.map(({ until }) => new Date(until).toISOString().slice(0, 10)),
    since(asked),
    untils(asked),
  ])
  const byParty = Map.groupBy(found, ({ at }) => at)
  const many = asked.filter(({ at, kind }) => kind !== 'pair' && byParty.get(at)!.length > 1)
  const partners =
    many.length === 0
      ? new Map<number, { partners: number }>()
      : byPosition(
          await rows<{ at: number; partners: number }>(PARTNERS, [
            ...columns(many),
            many.map(({ at }) => counts(at)),
            since(many),
            untils(many),
          ])
        )
  return new Map([...byParty].map(([at, of]) => [at, together(at, of, partners.get(at)?.partners)]))
}

function together(at: number, of: readonly Seen[], partners = 0): Seen {
  if (of.length === 1) return of[0]!
  const times = (pick: (seen: Seen) => Date | null) => of.map(pick).flatMap((date) => date?.getTime() ?? [])
  const [first, last] = [times((seen) => seen.first), times((seen) => seen.last)]
  return {
    at,
    first: first.length === 0 ? null : new Date(Math.min(...first)),
    last: last.length === 0 ? null : new Date(Math.max(...last)),
    partners,
    chapters: of.flatMap(({ chapters }) => chapters ?? []),
  }
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
