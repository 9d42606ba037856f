import { firstRow, rows } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import { orderInScope } from './order_in_scope.js'

export interface LedgerFilters {
  /** Orders made from here … */
  from: Date
  /** … until before here. */
  until: Date
  site: string | null
  type: string | null
  result: string | null
}

export interface LedgerLine {
  id: string
  number: string
  orderedAt: Date
  site: string
  type: string
  state: string
  result: string | null
  judgement: string | null
  enforcement: string | null
  /** `targeted`, `random`, or `null` where this reader may not know it (yet). */
  origin: 'targeted' | 'random' | null
  findings: string
  valueMinor: string | null
  revenueMinor: string | null
  currency: string | null
  minutes: number | null
  bill: string | null
}

export interface LedgerTotals {
  /** Orders of the period that somebody was to carry out: all but the refused and cancelled ones. */
  orders: number
  /** Of those, with an outcome. */
  withOutcome: number
  missed: number
  examined: number
  targetedExamined: number
  targetedHits: number
  randomExamined: number
  randomHits: number
  minutes: number
  valueMinor: string
  revenueMinor: string
}

export const LEDGER_PER_PAGE = 50

/** Orders of the period with the outcome that holds and, as far as the database tells this reader, their origin. */
function choose({ from, until, site, type, result }: LedgerFilters, readerId: string): Condition {
  const units = orderInScope()
  return {
    sql: `with orders as (
    select o.* from tenant.inspection_orders o
     where o.ordered_at >= ?::timestamptz and o.ordered_at < ?::timestamptz and (?::uuid is null or o.site_id = ?::uuid)
       and (?::text is null or o.type = ?::text) and ${units.sql}),
  origins as (select g.order_id, case when bool_or(g.kind = 'random') then 'random' else 'targeted' end as origin
    from tenant.order_origins((select array_agg(id) from orders), ?::uuid) g group by g.order_id),
  found as (select f.order_id, string_agg(distinct f.what, ' ') as what, sum(f.value_minor) as value
    from tenant.inspection_findings f join orders on orders.id = f.order_id
   where not f.withdrawn and not exists (select 1 from tenant.inspection_findings r where r.tenant_id = f.tenant_id and r.replaces = f.id)
   group by f.order_id),
  chosen as (select o.*, x.result, x.judgement, x.enforcement, x.revenue_minor, x.currency, x.minutes, g.origin, f.what, f.value
    from orders o
    left join lateral (select * from tenant.outcomes x where x.tenant_id = o.tenant_id and x.order_id = o.id order by x.position desc limit 1) x on true
    left join origins g on g.order_id = o.id
    left join found f on f.order_id = o.id
   where (?::text is null or x.result = ?::text))`,
    bindings: [from, until, site, site, type, type, ...units.bindings, readerId, result, result],
  }
}

export async function listLedger(
  filters: LedgerFilters,
  readerId: string,
  { limit, offset }: { limit: number; offset: number }
): Promise<LedgerLine[]> {
  const chosen = choose(filters, readerId)
  return rows<LedgerLine>(
    `${chosen.sql} select c.id, c.number::text, c.ordered_at as "orderedAt", s.name as site, c.type, c.state, c.result, c.judgement, c.enforcement,
            c.origin, coalesce(c.what, '') as findings, c.value::text as "valueMinor", c.revenue_minor::text as "revenueMinor", c.currency,
            c.minutes, k.reference as bill
       from chosen c
       join tenant.sites s on s.tenant_id = c.tenant_id and s.id = c.site_id
       left join tenant.consignments k on k.tenant_id = c.tenant_id and k.id = c.consignment_id
      order by c.ordered_at desc, c.id desc limit ? offset ?`,
    [...chosen.bindings, limit, offset]
  )
}

/** Sums over the same orders; `count` is how many lines the list has in all. */
export async function sumLedger(filters: LedgerFilters, readerId: string): Promise<LedgerTotals & { count: number }> {
  const chosen = choose(filters, readerId)
  const examined = `result in ('resultant', 'not_resultant', 'inconclusive')`
  const found = await firstRow<LedgerTotals & { count: number }>(
    `${chosen.sql} select count(*)::int as count, count(*) filter (where state not in ('refused', 'cancelled'))::int as orders,
       count(result)::int as "withOutcome", count(*) filter (where state = 'missed')::int as missed, count(*) filter (where ${examined})::int as examined,
       count(*) filter (where ${examined} and origin = 'targeted')::int as "targetedExamined",
       count(*) filter (where result = 'resultant' and origin = 'targeted')::int as "targetedHits",
       count(*) filter (where ${examined} and origin = 'random')::int as "randomExamined",
       count(*) filter (where result = 'resultant' and origin = 'random')::int as "randomHits",
       coalesce(sum(minutes), 0)::int as minutes, coalesce(sum(value), 0)::text as "valueMinor",
       coalesce(sum(revenue_minor), 0)::text as "revenueMinor" from chosen`,
    chosen.bindings
  )
  return found!
}
