import { NINETY_DAYS, THIRTY_DAYS, TWELVE_MONTHS, historyWindowStart, windowStart } from '#core/facts/window'
import type { SharedKey } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import type { TraceKind } from '#core/matching/history_keys'
import { arrayText } from '#platform/database/array_text'
import { rows } from '#platform/tenancy/database'

export interface WantedTrace {
  kind: TraceKind
  key: string
  /** The contact or address; every identifier of a party whose names are asked. */
  keys: readonly string[]
  /** The party, or the name, as it is filed now: not told among the others. */
  own: string
  /** All keys of the party itself: not counted among the others. */
  ownParty: readonly string[]
  until: Instant
}

interface Row {
  at: number
  others12: number
  others30: number
  recent: string[] | null
}

/** So many others are told by name; who shares more is told by the count alone. */
const TOLD = 50

/**
 * For each contact, address or identifier who else was filed with it. One probe a distinct other,
 * however often each was seen: `last` is when it was last seen before the moment. Many parties of a message ask
 * for the same forwarder's address: its others (`g`, `o`) are read once, and counted for each without its own. Others
 * are counted by identity, and told as they were filed.
 */
const SQL = `
  with w as materialized (select * from unnest(?::int[], ?::int[], ?::text[], ?::text[]) as w (at, asked, own, own_party)),
  g as materialized (
    select asked, kind, keys::text[] as keys, since24, since12, since90, since30, until
      from unnest(?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
        as g (asked, kind, keys, since24, since12, since90, since30, until)),
  o as materialized (
    select g.asked, p.other, coalesce(i.identity::text, p.other) as party, max(p.last) as last, max(p.last) >= g.since12 as in12,
           max(p.last) >= g.since90 as in90, max(p.last) >= g.since30 as in30
      from g cross join lateral unnest(g.keys) k (key) cross join lateral (
        with recursive p (other) as (
          (select x.other from tenant.history_traces x where x.kind = g.kind and x.key = k.key order by x.other limit 1)
          union all
          select (select x.other from tenant.history_traces x where x.kind = g.kind and x.key = k.key and x.other > p.other order by x.other limit 1)
            from p where p.other is not null)
        select p.other, (select x.seen_at from tenant.history_traces x where x.kind = g.kind and x.key = k.key and x.other = p.other
            and x.seen_at >= g.since24 and x.seen_at < g.until order by x.seen_at desc limit 1) as last
          from p where p.other is not null) p
      left join tenant.identity_keys i on i.key = p.other and g.kind <> 'spelling'
     where p.last is not null
     group by g.asked, p.other, i.identity, g.since12, g.since90, g.since30)
  select w.at, (count(distinct o.party) filter (where o.in12 and not o.other = any(w.own_party::text[])))::int as others12,
         (count(distinct o.party) filter (where o.in30 and not o.other = any(w.own_party::text[])))::int as others30,
         (array_agg(o.other order by o.last desc, o.other) filter (where o.in90))[1:${TOLD}] as recent
    from w join o on o.asked = w.asked and o.other <> w.own
   group by w.at`

/** Most contacts and addresses were only ever filed with the same party: what is asked of the others is asked of them alone. */
const WITH_OTHERS = `
  select distinct w.at from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as w (at, kind, key, own)
   where exists (select from tenant.history_traces x where x.kind = w.kind and x.key = w.key and x.other < w.own)
      or exists (select from tenant.history_traces x where x.kind = w.kind and x.key = w.key and x.other > w.own)`

async function withOthers(wanted: readonly WantedTrace[]): Promise<Set<number>> {
  const asked = wanted.flatMap(({ kind, keys, own }, at) => keys.map((key) => ({ at, kind, key, own })))
  const found = await rows<{ at: number }>(WITH_OTHERS, [
    asked.map(({ at }) => at),
    asked.map(({ kind }) => kind),
    asked.map(({ key }) => key),
    asked.map(({ own }) => own),
  ])
  return new Set(found.map(({ at }) => at))
}

/** In the order asked. */
export async function countShared(wanted: readonly WantedTrace[]): Promise<SharedKey[]> {
  const shared = wanted.length === 0 ? new Set<number>() : await withOthers(wanted)
  const found = await countOthers(wanted, shared)
  return wanted.map(({ kind, key }, at) => {
    const row = found.get(at)
    return {
      kind,
      key,
      others12Months: row?.others12 ?? 0,
      others30Days: row?.others30 ?? 0,
      recent: row?.recent ?? [],
    }
  })
}

/** By position. */
async function countOthers(wanted: readonly WantedTrace[], shared: ReadonlySet<number>): Promise<Map<number, Row>> {
  if (shared.size === 0) return new Map()
  const asking = [...shared].map((at) => ({ at, ...wanted[at]! }))
  const asked = [...new Map(asking.map((each) => [askedBy(each), each])).values()]
  const number = new Map(asked.map((each, at) => [askedBy(each), at]))
  const since = (start: (until: Instant) => Instant) => asked.map(({ until }) => new Date(start(until)))
  const found = await rows<Row>(SQL, [
    asking.map(({ at }) => at),
    asking.map((each) => number.get(askedBy(each))!),
    asking.map(({ own }) => own),
    asking.map(({ ownParty }) => arrayText(ownParty)),
    [...asked.keys()],
    asked.map(({ kind }) => kind),
    asked.map(({ keys }) => arrayText(keys)),
    since(historyWindowStart),
    since((until) => windowStart(until, TWELVE_MONTHS)),
    since((until) => windowStart(until, NINETY_DAYS)),
    since((until) => windowStart(until, THIRTY_DAYS)),
    since((until) => until),
  ])
  return new Map(found.map((row) => [row.at, row]))
}

const askedBy = ({ kind, keys, until }: WantedTrace): string => JSON.stringify([kind, keys, until])
