import type { DrawnOrder } from '#core/integrity/drawn_order'
import { rows } from '#platform/tenancy/database'
import { orderInScope } from '../../inspections/queries/order_in_scope.js'

/** With the party each is compared by; `null` where nobody is named. */
export interface OrderOfParties extends DrawnOrder {
  /** Identity of the consignee. */
  consignee: string | null
  /** Code of who filed the consignment first. */
  filer: string | null
}

/** Days by the calendar of the administration, both included. */
export interface Period {
  from: string
  to: string
}

export const MOST_ORDERS = 20_000

/** Orders whose last draw was made within the period, the latest of them first where there are too many. */
export function listDrawnOrders({ from, to }: Period): Promise<OrderOfParties[]> {
  const scope = orderInScope()
  return rows<OrderOfParties>(
    `select o.id as "order", o.site_id as site, d.candidates::text[] as candidates, d.drawn_id as drawn, o.drawn_id as assigned,
            k.identity as consignee, g.first_filer as filer
       from tenant.inspection_draws d
       join tenant.inspection_orders o on o.tenant_id = d.tenant_id and o.id = d.order_id
       left join tenant.consignments g on g.tenant_id = o.tenant_id and g.id = o.consignment_id
       left join tenant.consignment_history h on h.tenant_id = o.tenant_id and h.consignment_id = o.consignment_id
       left join tenant.identity_keys k on k.tenant_id = h.tenant_id and k.key = h.consignee_key
      where d.day between ?::date and ?::date and ${scope.sql}
        and not exists (select 1 from tenant.inspection_draws l where l.tenant_id = d.tenant_id and l.order_id = d.order_id and l.round > d.round)
      order by d.id desc limit ?`,
    [from, to, ...scope.bindings, MOST_ORDERS]
  )
}

export interface Names {
  officer: (id: string) => string
  site: (id: string) => string
  /** `null`: of an identity that was erased meanwhile. */
  party: (id: string) => string | null
}

/** Names of everybody and everything in these orders, and of these officers. */
export async function namesOf(orders: readonly OrderOfParties[], officers: readonly string[]): Promise<Names> {
  const ids = new Set([
    ...orders.flatMap(({ candidates, assigned }) => [...candidates, assigned ?? []].flat()),
    ...officers,
  ])
  const named = async (sql: string, of: Iterable<string>) =>
    new Map((await rows<{ id: string; name: string }>(sql, [[...of]])).map(({ id, name }) => [id, name]))
  const officer = await named(`select id, name from tenant.officers where id = any (?::uuid[])`, ids)
  const site = await named(
    `select id, name from tenant.sites where id = any (?::uuid[])`,
    new Set(orders.map((order) => order.site))
  )
  const party = await named(
    `select distinct on (identity) identity as id, shown as name from tenant.identity_keys where identity = any (?::uuid[])
      order by identity, first_seen_at, key`,
    new Set(orders.flatMap(({ consignee }) => consignee ?? []))
  )
  return {
    officer: (id) => officer.get(id) ?? id,
    site: (id) => site.get(id) ?? id,
    party: (id) => party.get(id) ?? null,
  }
}
