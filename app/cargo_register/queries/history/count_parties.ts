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

/** What rows say of a party: those of the day of the moment that were filed before it, and those of the window. */
interface Seen {
  at: number
  today: number
  first: Date | null
  last: Date | null
  partners: number
  /** Of the rows of that day. */
  chapters: string[][] | null
}

const W = `w as materialized (select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
    as w (at, kind, key, other, today, since, until))`
const IN_WINDOW = `h.filed_at >= w.since and h.filed_at < w.until`
const PARTNERS = `count(distinct coalesce(i.identity::text, p.partner))::int as partners`
const WHOSE = `left join tenant.identity_keys i on i.key = p.partner`

/** Of parties that were seen seldom their rows are read, with all keys of a party together; those without any are left out. */
const READ = `
  with ${W}, p as materialized (
    ${each((kind) => {
      const partner = OF_KEY[kind].partner
      return `select w.at, ${partner ? `h.${partner}` : 'null::text'} as partner, count(*) filter (where h.filed_at >= w.today) as today, min(h.filed_at) as first,
          max(h.filed_at) as last, ${kind === 'consignee' ? `json_agg(h.chapters) filter (where h.filed_at >= w.today)` : 'null::json'} as chapters
        from w join tenant.consignment_history h on ${OF_KEY[kind].is} and ${IN_WINDOW} where w.kind = '${kind}' group by 1, 2`
    })})
  select p.at, sum(p.today)::int as today, min(p.first) as first, max(p.last) as last, ${PARTNERS},
         json_agg(p.chapters) filter (where p.chapters is not null) as chapters
    from p ${WHOSE} group by p.at`

const end = (kind: Kind, order: 'asc' | 'desc') =>
  `(select h.filed_at from tenant.consignment_history h where ${OF_KEY[kind].is} and ${IN_WINDOW} order by h.filed_at ${order} limit 1)`

/** Of keys that were seen often only the ends are looked up, and the rows of the day. Partners are counted apart. */
const SKIM = `
  with ${W}
  ${each(
    (
      kind
    ) => `select w.at, t.today, ${end(kind, 'asc')} as first, ${end(kind, 'desc')} as last, 0 as partners, t.chapters
      from w cross join lateral (select count(*)::int as today, json_agg(h.chapters) as chapters from tenant.consignment_history h
        where ${OF_KEY[kind].is} and h.filed_at >= w.today and h.filed_at < w.until) t where w.kind = '${kind}'`
  )}`

/** Distinct partners of a key, however many consignments there were: one probe a partner. Of a party of several keys, all together. */
const skipThrough = (kind: Kind, mine: string, theirs: string) => `
  select p.at, ${PARTNERS} from (
    select w.at, s.other as partner from w cross join lateral (
      with recursive p (other) as (
        (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} is not null order by h.${theirs} limit 1)
        union all
        select (select h.${theirs} from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} > p.other order by h.${theirs} limit 1)
          from p where p.other is not null)
      select p.other from p where p.other is not null
         and (select true from tenant.consignment_history h where h.${mine} = w.key and h.${theirs} = p.other and ${IN_WINDOW} limit 1)) s
     where w.kind = '${kind}') p ${WHOSE}
   group by p.at`

const SKIPPED = `
  with ${W}
  (${skipThrough('consignee', 'consignee_key', 'consignor_key')})
  union all
  (${skipThrough('consignor', 'consignor_key', 'consignee_key')})`

/** Of whole days before that of the moment. */
const CHAPTERS = `
  select c.at, array_agg(c.chapter) as chapters from (
    select w.at, d.other as chapter from unnest(?::int[], ?::text[], ?::date[]) as w (at, key, day)
      join tenant.history_days d on d.kind = 'chapter' and d.key = w.key and d.day >= w.day - 730 and d.day < w.day
     group by w.at, d.other having sum(d.count) > 0) c
   group by c.at`

/**
 * How often each party was seen before, in the order asked. Whole UTC days come from the counters; of
 * the day of the moment itself only rows filed before it count, so that the answer never changes by
 * what is filed later. A party of several keys is asked key by key, and added up.
 */
export async function countParties(wanted: readonly WantedKey[]): Promise<CountedKey[]> {
  if (wanted.length === 0) return []
  const asked = wanted.flatMap(({ kind, keys, others, until }, at) =>
    keys.flatMap((key) => others.map((other): Asked => ({ at, kind, key, other, until })))
  )
  const before = byPosition(await rows<Before>(BEFORE, [...columns(asked), asked.map(dayOf)]))
  const often = ({ at }: Asked) => (before.get(at)?.total ?? 0) > FEW
  const seen = new Map([...(await read(asked.filter((each) => !often(each)))), ...(await skim(asked.filter(often)))])
  const chapters = await chaptersBefore(asked.filter(({ at, kind }) => kind === 'consignee' && before.has(at)))
  return wanted.map(({ kind }, at) => counted(before.get(at), seen.get(at), chapters.get(at) ?? [], kind))
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

const dayOf = ({ until }: Asked) => new Date(until).toISOString().slice(0, 10)

const windows = (asked: readonly Asked[]) => [
  ...columns(asked),
  asked.map(({ until }) => new Date(startOfDay(until))),
  asked.map(({ until }) => new Date(historyWindowStart(until))),
  asked.map(({ until }) => new Date(until)),
]

async function read(asked: readonly Asked[]): Promise<Map<number, Seen>> {
  if (asked.length === 0) return new Map()
  // By partner.
  const found = await rows<Omit<Seen, 'chapters'> & { chapters: string[][][] | null }>(READ, windows(asked))
  return byPosition(found.map((each) => ({ ...each, chapters: each.chapters?.flat() ?? null })))
}

async function skim(asked: readonly Asked[]): Promise<Map<number, Seen>> {
  if (asked.length === 0) return new Map()
  const found = Map.groupBy(await rows<Seen>(SKIM, windows(asked)), ({ at }) => at)
  const partners = byPosition(await rows<Pick<Seen, 'at' | 'partners'>>(SKIPPED, windows(asked)))
  return new Map([...found].map(([at, of]) => [at, together(of, partners.get(at)?.partners ?? 0)]))
}

function together(of: readonly Seen[], partners: number): Seen {
  const times = (pick: (seen: Seen) => Date | null) => of.map(pick).flatMap((date) => date?.getTime() ?? [])
  const [first, last] = [times((seen) => seen.first), times((seen) => seen.last)]
  return {
    at: of[0]!.at,
    today: of.reduce((sum, { today }) => sum + today, 0),
    first: first.length === 0 ? null : new Date(Math.min(...first)),
    last: last.length === 0 ? null : new Date(Math.max(...last)),
    partners,
    chapters: of.flatMap(({ chapters }) => chapters ?? []),
  }
}

async function chaptersBefore(asked: readonly Asked[]): Promise<Map<number, string[]>> {
  if (asked.length === 0) return new Map()
  const found = await rows<{ at: number; chapters: string[] }>(CHAPTERS, [
    asked.map(({ at }) => at),
    asked.map(({ key }) => key),
    asked.map(dayOf),
  ])
  return new Map(found.map(({ at, chapters }) => [at, chapters]))
}

const byPosition = <R extends { at: number }>(found: readonly R[]): Map<number, R> =>
  new Map(found.map((row) => [row.at, row]))

const NO_MONTHS = Array.from({ length: MONTHS_BEFORE + 1 }, () => 0)

function counted(
  before: Before | undefined,
  seen: Seen | undefined,
  chapters: readonly string[],
  kind: Kind
): CountedKey {
  const now = seen?.today ?? 0
  const all = kind === 'consignee' ? [...chapters, ...(seen?.chapters ?? []).flat()] : []
  return {
    count: (before?.total ?? 0) + now,
    count12Months: (before?.last365 ?? 0) + now,
    count90Days: (before?.last90 ?? 0) + now,
    count30Days: (before?.last30 ?? 0) + now,
    firstSeen: seen?.first?.getTime() ?? null,
    lastSeen: seen?.last?.getTime() ?? null,
    partners: seen?.partners ?? 0,
    months: kind === 'consignee' ? (before?.months ?? NO_MONTHS) : NO_MONTHS,
    chapters: [...new Set(all)].sort(),
  }
}
