import { assignments, FEWEST_ABLE } from '#core/integrity/assignment'
import { FEWEST_TOGETHER, meetings, type Meetings } from '#core/integrity/meetings'
import { tenancy } from '#platform/tenancy/tenant_context'
import { toInstant } from '#core/kernel/local_time'
import type { IntegrityProps, MeetingView, MeetingsView } from '../../../resources/pages/integrity/index.props.js'
import { addDays } from '../inspections/shift_times.js'
import { basisOf } from './basis.js'
import {
  listDrawnOrders,
  MOST_ORDERS,
  namesOf,
  type Names,
  type OrderOfParties,
  type Period,
} from './queries/list_drawn_orders.js'
import { listOverrides } from './queries/list_overrides.js'

/** Everything the page tells of a period; each table is also a file. */
export async function integrityOf(period: Period): Promise<IntegrityProps> {
  const { timezone } = tenancy.current().administration
  const orders = await listDrawnOrders(period)
  const overrides = await listOverrides(
    new Date(toInstant(period.from, timezone)),
    new Date(toInstant(addDays(period.to, 1), timezone))
  )
  const names = await namesOf(
    orders,
    overrides.map(({ officer }) => officer)
  )
  return {
    period,
    basis: { ...basisOf(orders), cut: orders.length === MOST_ORDERS, most: MOST_ORDERS },
    fewest: { able: FEWEST_ABLE, together: FEWEST_TOGETHER },
    assignments: assignments(orders)
      .map((line) => ({ ...line, site: names.site(line.site), officer: officerView(line.officer, names) }))
      .sort((a, b) => a.site.localeCompare(b.site) || a.officer.name.localeCompare(b.officer.name)),
    consignees: meetingsView(orders, names, 'consignee'),
    filers: meetingsView(orders, names, 'filer'),
    overrides: overrides.map(({ officer, ...counts }) => ({ officer: officerView(officer, names), ...counts })),
  }
}

const officerView = (id: string, names: Names) => ({ id, name: names.officer(id) })

/** Parties without a name to show are left out of the comparison, and said. */
function meetingsView(orders: readonly OrderOfParties[], names: Names, role: 'consignee' | 'filer'): MeetingsView {
  const partyOf = (order: OrderOfParties) =>
    role === 'filer' ? order.filer : order.consignee && names.party(order.consignee) && order.consignee
  const { pairs, tooFew }: Meetings = meetings(orders, (order) => partyOf(order as OrderOfParties))
  const view = (pair: Meetings['pairs'][number]): MeetingView => ({
    ...pair,
    officer: officerView(pair.officer, names),
    party: { id: role === 'consignee' ? pair.party : null, name: names.party(pair.party) ?? pair.party },
  })
  return {
    pairs: pairs.map(view),
    compared: pairs.length,
    tooFew,
    orders: orders.filter((order) => order.candidates.length > 1 && partyOf(order)).length,
  }
}
