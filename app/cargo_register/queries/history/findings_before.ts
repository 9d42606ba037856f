import type { FindingsBefore } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import type { HistoryKeys, TraceKind } from '#core/matching/history_keys'
import { rows } from '#platform/tenancy/database'
import type { SameIdentity } from '../parties/same_identity.js'

export interface WantedFindings {
  consignmentId: string
  keys: HistoryKeys
  same: SameIdentity
  containers: readonly string[]
  until: Instant
}

type Kind = 'consignee' | 'consignor' | 'contact' | 'address' | 'container'

interface Row {
  id: string
  consignee: number
  consignor: number
  consignee_clean: number
  container: number
  counterfeits: number
  one_hop: number
  withdrawn: number
}

/** Days in which a finding loses half of its weight (INDICATORS P19: 18 months), and how far back containers and neighbours count. */
const HALF_LIFE = 548
const FAR = 1096
/** Distinct others with the same contact or address that are looked into. */
const OTHERS = 200

/** Reviewed checks of the keys of one kind, before the moment. */
const checks = (kind: Kind) => `from json_array_elements_text(w.keys -> '${kind}') k (key)
  join tenant.history_check_keys c on c.kind = '${kind}' and c.key = k.key
  join tenant.history_checks h on h.order_id = c.order_id and h.checked_at < w.until`
const decayed = (
  kind: Kind
) => `(select coalesce(sum(round(power(0.5::float8, extract(epoch from w.until - h.checked_at)::float8 / (86400.0 * ${HALF_LIFE}))::numeric, 6)), 0)::float8
  ${checks(kind)} and h.result = 'resultant')`
const since = (days: number) => `h.checked_at >= w.until - interval '${days} days'`

/** Resultant checks of others: who share a contact, an address or a container with this consignment. */
const neighbours = (keys: 'contact' | 'address', trace: TraceKind) => `
  select h.order_id from json_array_elements_text(w.keys -> '${keys}') k (key)
    cross join lateral (
      with recursive p (other) as (
        (select x.other from tenant.history_traces x where x.kind = '${trace}' and x.key = k.key and x.seen_at < w.until order by x.other limit 1)
        union all
        select (select x.other from tenant.history_traces x where x.kind = '${trace}' and x.key = k.key and x.seen_at < w.until
            and x.other > p.other order by x.other limit 1) from p where p.other is not null)
      select other from p where other is not null limit ${OTHERS}) o
    join tenant.history_check_keys c on c.kind in ('consignee', 'consignor') and c.key = any(array(
      select o.other union all select n.key from tenant.identity_keys a join tenant.identity_keys n on n.identity = a.identity where a.key = o.other))
    join tenant.history_checks h on h.order_id = c.order_id and h.checked_at < w.until and h.result = 'resultant' and ${since(FAR)}`
const HOPS = [
  ...(['contact', 'address', 'container'] as const).map(
    (kind) => `select h.order_id ${checks(kind)} and h.result = 'resultant' and ${since(FAR)}`
  ),
  ...(['contact', 'address'] as const).flatMap((keys) => [
    neighbours(keys, keys),
    neighbours(keys, `consignor_${keys}`),
  ]),
].join(' union all ')

const SQL = `
  select w.id, ${decayed('consignee')} as consignee, ${decayed('consignor')} as consignor,
    (select count(distinct h.order_id)::int ${checks('consignee')} and h.result = 'clean' and ${since(730)}) as consignee_clean,
    (select count(distinct h.order_id)::int ${checks('container')} and h.result = 'resultant' and ${since(FAR)}) as container,
    (select count(distinct h.order_id)::int ${checks('consignor')} and 'counterfeits' = any (h.found)) as counterfeits,
    (select count(distinct n.order_id)::int from (${HOPS}) n
      where not exists (select 1 from tenant.history_check_keys own where own.order_id = n.order_id and own.kind in ('consignee', 'consignor')
        and own.key in (select json_array_elements_text(w.keys -> 'parties')))) as one_hop,
    (select count(distinct h.order_id)::int
       from tenant.history_check_keys c join tenant.history_check_keys s on s.order_id = c.order_id and s.kind = 'consignor' and s.key in (select json_array_elements_text(w.keys -> 'consignor'))
       join tenant.history_checks h on h.order_id = c.order_id
       join tenant.consignment_revisions r on r.consignment_id = h.consignment_id and r.effect in ('removed', 'cancelled')
      where c.kind = 'consignee' and c.key in (select json_array_elements_text(w.keys -> 'consignee')) and h.consignment_id <> w.id
        and r.filed_at >= h.ordered_at and r.filed_at >= w.until - interval '30 days' and r.filed_at < w.until) as withdrawn
    from json_to_recordset(?::json) as w (id uuid, keys json, until timestamptz)`

/** What inspections found at the parties, the contacts and the containers of each consignment before it was first registered. */
export async function findingsBefore(wanted: readonly WantedFindings[]): Promise<Map<string, FindingsBefore>> {
  if (wanted.length === 0) return new Map()
  // An administration that never inspected, which is every new one, is asked once.
  const [any] = await rows<{ some: boolean }>(`select exists (select 1 from tenant.history_checks) as some`)
  if (!any!.some) return new Map()
  const asked = wanted.map(({ consignmentId, keys, same, containers, until }) => ({
    id: consignmentId,
    until: new Date(until).toISOString(),
    keys: {
      ...checkedKeys(keys, containers),
      consignee: keys.consignee === null ? [] : same(keys.consignee),
      consignor: keys.consignor === null ? [] : same(keys.consignor),
      parties: [keys.consignee, keys.consignor].flatMap((key) => (key === null ? [] : same(key))),
    },
  }))
  const found = await rows<Row>(SQL, [JSON.stringify(asked)])
  return new Map(
    found.map((row) => [
      row.id,
      {
        consignee: row.consignee,
        consignor: row.consignor,
        consigneeClean: row.consignee_clean,
        container: row.container,
        consignorCounterfeits: row.counterfeits,
        oneHop: row.one_hop,
        withdrawn: row.withdrawn,
      },
    ])
  )
}

/** By what a checked consignment is found again. */
export const checkedKeys = (keys: HistoryKeys, containers: readonly string[]): Record<Kind, readonly string[]> => {
  const traced = (end: 'contact' | 'address') => [
    ...new Set(keys.traces.filter(({ kind }) => kind === end || kind === `consignor_${end}`).map(({ key }) => key)),
  ]
  return {
    consignee: keys.consignee === null ? [] : [keys.consignee],
    consignor: keys.consignor === null ? [] : [keys.consignor],
    contact: traced('contact'),
    address: traced('address'),
    container: containers,
  }
}
