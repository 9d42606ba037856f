import { NINETY_DAYS, THIRTY_DAYS, TWELVE_MONTHS, historyWindowStart, windowStart } from '#core/facts/window'
import type { SharedKey } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import type { TraceKind } from '#core/matching/history_keys'
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
 * however often each was seen: `last` is when it was last seen before the moment. Others are counted by
 * identity, and told as they were filed.
 */
const SQL = `
  select w.at, (count(distinct o.party) filter (where o.last >= w.since12 and not o.own))::int as others12,
         (count(distinct o.party) filter (where o.last >= w.since30 and not o.own))::int as others30,
         (array_agg(o.other order by o.last desc, o.other) filter (where o.last >= w.since90))[1:${TOLD}] as recent
    from json_to_recordset(?::json) as w (at integer, kind text, keys text[], own text, own_party text[], since24 timestamptz, since12 timestamptz,
      since90 timestamptz, since30 timestamptz, until timestamptz)
    cross join lateral (
      select p.other, max(p.last) as last, p.other = any(w.own_party) as own, coalesce(i.identity::text, p.other) as party
        from unnest(w.keys) k (key) cross join lateral (
          with recursive p (other) as (
            (select x.other from tenant.history_traces x where x.kind = w.kind and x.key = k.key order by x.other limit 1)
            union all
            select (select x.other from tenant.history_traces x where x.kind = w.kind and x.key = k.key and x.other > p.other order by x.other limit 1)
              from p where p.other is not null)
          select p.other, (select x.seen_at from tenant.history_traces x where x.kind = w.kind and x.key = k.key and x.other = p.other
              and x.seen_at >= w.since24 and x.seen_at < w.until order by x.seen_at desc limit 1) as last
            from p where p.other is not null and p.other <> w.own) p
        left join tenant.identity_keys i on i.key = p.other and w.kind <> 'spelling'
       group by p.other, i.identity) o
   where o.last is not null
   group by w.at`

/** In the order asked. */
export async function countShared(wanted: readonly WantedTrace[]): Promise<SharedKey[]> {
  if (wanted.length === 0) return []
  const since = (at: Instant) => new Date(at).toISOString()
  const asked = wanted.map(({ kind, keys, own, ownParty, until }, at) => ({
    at,
    kind,
    keys,
    own,
    own_party: ownParty,
    since24: since(historyWindowStart(until)),
    since12: since(windowStart(until, TWELVE_MONTHS)),
    since90: since(windowStart(until, NINETY_DAYS)),
    since30: since(windowStart(until, THIRTY_DAYS)),
    until: since(until),
  }))
  const found = new Map((await rows<Row>(SQL, [JSON.stringify(asked)])).map((row) => [row.at, row]))
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
