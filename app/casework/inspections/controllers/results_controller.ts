import type { HttpContext } from '@adonisjs/core/http'
import { sitesOf } from '#app/administration/published'
import { answerDone, answerFailure, found, notFound, readInput } from '#platform/http/answers'
import { conflict, invalid, sentence } from '#platform/http/failure'
import { answerItem } from '../actions/answer_item.js'
import { recordFinding, withdrawFinding } from '../actions/record_finding.js'
import { recordOutcome } from '../actions/record_outcome.js'
import { toMinor } from '../../money.js'
import OrderPolicy from '../policies/order_policy.js'
import { getOrder } from '../queries/get_order.js'
import { findingValidator, itemValidator, outcomeValidator } from '../validators/orders.js'

const policy = new OrderPolicy()
const HELD = conflict('casework.refused_held')

/** What an inspector writes down: findings, and the outcome that ends the order. */
export default class ResultsController {
  async finding(ctx: HttpContext) {
    const { value, ...finding } = await readInput(ctx, findingValidator, 'casework')
    const valueMinor = value === null ? null : toMinor(value, ctx.administration!.currency)
    if (value !== null && valueMinor === null)
      return answerFailure(ctx, invalid('value', 'casework.amount_not_understood'))
    if (!(await this.#theirs(ctx))) return answerFailure(ctx, HELD)
    const recorded = await recordFinding(ctx.params.id, ctx.officer.id, { ...finding, valueMinor })
    if (!recorded.ok) return answerFailure(ctx, recorded.error)
    return this.#done(ctx, 'finding')
  }

  async withdraw(ctx: HttpContext) {
    if (!(await this.#theirs(ctx))) return answerFailure(ctx, HELD)
    const withdrawn = await withdrawFinding(ctx.params.id, ctx.officer.id, ctx.params.finding)
    if (!withdrawn.ok) return answerFailure(ctx, withdrawn.error)
    return this.#done(ctx, 'withdrawn')
  }

  /** A line of the checklist. Its answer shows where it was given: a word at the foot would cover the next button. */
  async item(ctx: HttpContext) {
    const answered = await readInput(ctx, itemValidator, 'casework')
    if (!(await this.#theirs(ctx))) return answerFailure(ctx, HELD)
    const done = await answerItem(ctx.params.id, ctx.officer.id, answered)
    if (!done.ok) return answerFailure(ctx, done.error)
    return ctx.response.redirect().status(303).toPath(this.#path(ctx))
  }

  async outcome(ctx: HttpContext) {
    const { revenue, cost, ...outcome } = await readInput(ctx, outcomeValidator, 'casework')
    const revenueMinor = revenue === null ? null : toMinor(revenue, ctx.administration!.currency)
    if (revenue !== null && revenueMinor === null)
      return answerFailure(ctx, invalid('revenue', 'casework.amount_not_understood'))
    const costMinor = cost === null ? null : toMinor(cost, ctx.administration!.currency)
    if (cost !== null && costMinor === null)
      return answerFailure(ctx, invalid('cost', 'casework.amount_not_understood'))
    if (!(await this.#theirs(ctx))) return answerFailure(ctx, HELD)
    const recorded = await recordOutcome(ctx.params.id, ctx.officer.id, { ...outcome, revenueMinor, costMinor })
    if (!recorded.ok) return answerFailure(ctx, recorded.error)
    return this.#done(ctx, 'outcome')
  }

  /** An order of another site is not there; one that somebody else accepted is there and held. */
  async #theirs({ params, officer }: HttpContext): Promise<boolean> {
    const order = found(await getOrder(params.id))
    const sites = new Set((await sitesOf(officer.id)).map(({ id }) => id))
    if (!policy.see(officer, order, sites)) throw notFound()
    return policy.work(officer, order)
  }

  #done(ctx: HttpContext, what: string) {
    return answerDone(ctx, this.#path(ctx), sentence(`casework.done_${what}`))
  }

  #path({ administration, params }: HttpContext): string {
    return `/a/${administration!.code}/inspections/${params.id}`
  }
}
