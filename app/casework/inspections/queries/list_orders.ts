import { firstRow, rows } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import type { OrderState } from '../order_machine.js'
import { orderInScope } from './order_in_scope.js'

export type OrderView = 'open' | 'overdue' | 'review' | 'closed' | 'all'

export interface OrderFilters {
  view: OrderView
  site: string | null
  mine: string | null
  /** The sites this officer is bound to; `null` for all. */
  sites: readonly string[] | null
}

export interface OrderLine {
  id: string
  number: string
  type: string
  state: OrderState
  site: string
  /** The box that was asked for, or the only one there is. */
  equipment: string | null
  bill: string | null
  goods: string | null
  packages: number | null
  usefulUntil: Date
  /** Who accepted, or who was drawn. */
  inspector: string | null
  overdue: boolean
}

export const ORDERS_PER_PAGE = 50

const VIEWS: Record<OrderView, string> = {
  open: `o.state in ('ordered', 'accepted', 'in_progress')`,
  overdue: `o.state in ('ordered', 'accepted', 'in_progress') and o.useful_until < now()`,
  review: `o.state = 'done'`,
  closed: `o.state in ('reviewed', 'refused', 'missed', 'cancelled')`,
  all: 'true',
}

/** An order for the whole consignment is looked for by its box where it has one only. */
const ONLY_BOX = `(select min(n.key) from tenant.consignment_numbers n
  where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment' having count(*) = 1)`

/** Orders by when they must be looked at; closed ones by when they ended. */
export async function listOrders(filters: OrderFilters, page: number): Promise<{ lines: OrderLine[]; total: number }> {
  const scope = scopeOf(filters)
  const where = `${VIEWS[filters.view]} and ${scope.sql}`
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.inspection_orders o where ${where}`,
    scope.bindings
  )
  const order = filters.view === 'closed' ? 'o.closed_at desc nulls last, o.id desc' : 'o.useful_until, o.id'
  const lines = await rows<OrderLine>(
    `select o.id, o.number::text, o.type, o.state, s.name as site, coalesce(o.equipment, ${ONLY_BOX}) as equipment, c.reference as bill, c.description as goods,
            c.packages::int, o.useful_until as "usefulUntil", coalesce(i.name, d.name) as inspector,
            o.state in ('ordered', 'accepted', 'in_progress') and o.useful_until < now() as overdue
       from tenant.inspection_orders o
       join tenant.sites s on s.tenant_id = o.tenant_id and s.id = o.site_id
       join tenant.consignments c on c.tenant_id = o.tenant_id and c.id = o.consignment_id
       left join tenant.officers i on i.tenant_id = o.tenant_id and i.id = o.inspector_id
       left join tenant.officers d on d.tenant_id = o.tenant_id and d.id = o.drawn_id
      where ${where} order by ${order} limit ? offset ?`,
    [...scope.bindings, ORDERS_PER_PAGE, (page - 1) * ORDERS_PER_PAGE]
  )
  return { lines, total: total?.count ?? 0 }
}

/** How many stand in each view, within the same scope. */
export async function countOrders(filters: OrderFilters): Promise<Record<OrderView, number>> {
  const scope = scopeOf(filters)
  const found = await firstRow<Record<OrderView, number>>(
    `select count(*) filter (where ${VIEWS.open})::int as open, count(*) filter (where ${VIEWS.overdue})::int as overdue,
            count(*) filter (where ${VIEWS.review})::int as review, count(*) filter (where ${VIEWS.closed})::int as closed,
            count(*)::int as all
       from tenant.inspection_orders o where ${scope.sql}`,
    scope.bindings
  )
  return found ?? { open: 0, overdue: 0, review: 0, closed: 0, all: 0 }
}

function scopeOf({ site, sites, mine }: OrderFilters): Condition {
  const units = orderInScope()
  return {
    sql: `(?::uuid[] is null or o.site_id = any (?::uuid[])) and (?::uuid is null or o.site_id = ?::uuid)
      and (?::uuid is null or coalesce(o.inspector_id, o.drawn_id) = ?::uuid) and ${units.sql}`,
    bindings: [sites, sites, site, site, mine, mine, ...units.bindings],
  }
}
