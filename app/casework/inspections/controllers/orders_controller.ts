import type { HttpContext } from '@adonisjs/core/http'
import { listSites, sitesOf } from '#app/administration/published'
import { toInstant } from '#core/kernel/local_time'
import { answerDone, answerFailure, found, notFound, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { orderInspection } from '../actions/order_inspection.js'
import { ORDER_TYPES } from '../codes.js'
import { boundToSites, default as OrderPolicy } from '../policies/order_policy.js'
import { getOrder } from '../queries/get_order.js'
import { getOrderPage } from '../queries/get_order_page.js'
import { countOrders, listOrders, ORDERS_PER_PAGE, type OrderFilters } from '../queries/list_orders.js'
import { DAYS_AHEAD, listSlots } from '../queries/list_slots.js'
import { newOrderValidator, orderListValidator } from '../validators/orders.js'

const policy = new OrderPolicy()

export default class OrdersController {
  async index(ctx: HttpContext) {
    const { inertia, officer } = ctx
    const query = await readInput(ctx, orderListValidator, 'casework')
    const own = boundToSites(officer) ? await sitesOf(officer.id) : null
    const filters: OrderFilters = {
      view: query.view ?? 'open',
      site: query.site,
      mine: query.mine ? officer.id : null,
      sites: own?.map(({ id }) => id) ?? null,
    }
    const page = query.page ?? 1
    const { lines, total } = await listOrders(filters, page)
    const sites = own ?? (await listSites())
    return inertia.render('inspections/index', {
      filters: { view: filters.view, site: filters.site, mine: query.mine !== undefined },
      counts: await countOrders(filters),
      sites: sites.map(({ id, name }) => ({ id, name })),
      orders: lines.map((line) => ({ ...line, usefulUntil: line.usefulUntil.toISOString() })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / ORDERS_PER_PAGE)),
      may: { record: officer.permissions.has('inspections.record') },
    })
  }

  async show(ctx: HttpContext) {
    const { inertia, officer, params } = ctx
    const order = found(await getOrder(params.id))
    const sites = new Set((await sitesOf(officer.id)).map(({ id }) => id))
    // What is not theirs to see is not there.
    if (!policy.see(officer, order, sites)) throw notFound()
    return inertia.render('inspections/show', await getOrderPage(order, officer, sites))
  }

  /** Sites with their free places, for the form on a consignment. */
  async options({ response }: HttpContext) {
    const [sites, slots] = [await listSites(), await listSlots(Date.now(), DAYS_AHEAD)]
    return response.json({
      types: ORDER_TYPES,
      sites: sites
        .filter(({ open }) => open)
        .map(({ id, name, port }) => ({
          id,
          name,
          port,
          slots: slots
            .filter(({ siteId }) => siteId === id)
            .map(({ day, shift, from, until, places, booked }) => ({
              day,
              shift,
              from: new Date(from).toISOString(),
              until: new Date(until).toISOString(),
              places,
              booked,
            })),
        })),
    })
  }

  async store(ctx: HttpContext) {
    const { officer, params, administration } = ctx
    const input = await readInput(ctx, newOrderValidator, 'casework')
    const made = await orderInspection(
      {
        consignmentId: params.id,
        siteId: input.site,
        type: input.type,
        equipment: input.equipment,
        slot: input.day && input.shift ? { day: input.day, shift: input.shift } : null,
        usefulUntil: toInstant(input.until, administration!.timezone),
      },
      {
        kind: 'officer',
        id: officer.id,
        mayOverBook: officer.permissions.has('inspections.approve'),
        overBooked: input.overBooked,
      }
    )
    if (!made.ok) return answerFailure(ctx, made.error)
    return answerDone(ctx, `/a/${administration!.code}/consignments/${params.id}`, sentence('casework.done_ordered'))
  }
}
