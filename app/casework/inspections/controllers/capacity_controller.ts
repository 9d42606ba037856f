import type { HttpContext } from '@adonisjs/core/http'
import { listSites, sitesOf } from '#app/administration/published'
import { answerDone, answerFailure, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { setException, setShift } from '../actions/change_capacity.js'
import { boundToSites } from '../policies/order_policy.js'
import { askRate, rateAsked, rateNow } from '../baseline/rates.js'
import { setDuty } from '../actions/set_duty.js'
import { ORDER_TYPES } from '../codes.js'
import { listDuties } from '../queries/list_duties.js'
import { listShifts } from '../queries/list_shifts.js'
import { listSlots } from '../queries/list_slots.js'
import {
  capacityFilterValidator,
  dutyValidator,
  exceptionValidator,
  rateValidator,
  shiftValidator,
} from '../validators/capacity.js'

const DAYS_SHOWN = 7

/** Places of sites, shift by shift: what is there, what is booked. */
export default class CapacityController {
  async index(ctx: HttpContext) {
    const { officer } = ctx
    const { site } = await readInput(ctx, capacityFilterValidator, 'casework')
    const own = boundToSites(officer) ? await sitesOf(officer.id) : await listSites()
    const sites = own.filter((each) => each.open && (site === null || each.id === site))
    const [slots, shifts] = [await listSlots(Date.now(), DAYS_SHOWN), await listShifts()]
    // Who can be drawn is told to who decides it; an inspector need not know the others' odds.
    const duties = officer.permissions.has('capacity.manage') ? await listDuties() : []
    const manages = officer.permissions.has('capacity.manage')
    const baseline = manages ? { now: await rateNow(), asked: await rateAsked() } : null
    return ctx.inertia.render('capacity/index', {
      baseline,
      filters: { site },
      choices: own.filter(({ open }) => open).map(({ id, name }) => ({ id, name })),
      sites: sites.map(({ id, name, port }) => ({
        id,
        name,
        port,
        duties: duties
          .filter(({ siteId }) => siteId === id)
          .map(({ officerId, name: inspector, shifts: drawnFor, types }) => ({
            officerId,
            inspector,
            shifts: drawnFor,
            types,
          })),
        shifts: shifts.filter(({ siteId }) => siteId === id).map(({ siteId: _, ...shift }) => shift),
        slots: slots
          .filter(({ siteId }) => siteId === id)
          .map(({ siteId: _, from, until, ...slot }) => ({
            ...slot,
            from: new Date(from).toISOString(),
            until: new Date(until).toISOString(),
          })),
      })),
      types: [...ORDER_TYPES],
      may: { manage: manages },
    })
  }

  async shift(ctx: HttpContext) {
    const { site, ...input } = await readInput(ctx, shiftValidator, 'casework')
    const done = await setShift({ ...input, siteId: site }, ctx.officer.id)
    return done.ok ? this.#done(ctx) : answerFailure(ctx, done.error)
  }

  /** Asks for a rate of the random baseline; the auditor confirms it. */
  async baseline(ctx: HttpContext) {
    const { share, type } = await readInput(ctx, rateValidator, 'casework')
    await askRate({ perMille: Math.round(share * 10), type }, ctx.officer.id)
    return answerDone(ctx, `/a/${ctx.administration!.code}/capacity`, sentence('casework.done_rate_asked'))
  }

  async duty(ctx: HttpContext) {
    const { site, officer, ...input } = await readInput(ctx, dutyValidator, 'casework')
    const done = await setDuty({ ...input, siteId: site, inspectorId: officer }, ctx.officer.id)
    return done.ok ? this.#done(ctx) : answerFailure(ctx, done.error)
  }

  async exception(ctx: HttpContext) {
    const { site, ...input } = await readInput(ctx, exceptionValidator, 'casework')
    const done = await setException({ ...input, siteId: site }, ctx.officer.id)
    return done.ok ? this.#done(ctx) : answerFailure(ctx, done.error)
  }

  #done(ctx: HttpContext) {
    return answerDone(ctx, `/a/${ctx.administration!.code}/capacity`, sentence('casework.done_capacity'))
  }
}
