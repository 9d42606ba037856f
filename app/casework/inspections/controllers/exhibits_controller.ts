import type { HttpContext } from '@adonisjs/core/http'
import { sitesOf } from '#app/administration/published'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, found, notFound, readInput } from '#platform/http/answers'
import { conflict, sentence, type Failure } from '#platform/http/failure'
import { handOverExhibit } from '../actions/hand_over_exhibit.js'
import { takeExhibit } from '../actions/take_exhibit.js'
import OrderPolicy from '../policies/order_policy.js'
import { getOrder, type OrderRow } from '../queries/get_order.js'
import { exhibitValidator, handOverValidator } from '../validators/exhibits.js'

const policy = new OrderPolicy()

/** What was taken into custody, and through whose hands it goes. */
export default class ExhibitsController {
  async store(ctx: HttpContext) {
    const order = await this.#seen(ctx)
    const input = await readInput(ctx, exhibitValidator, 'casework')
    if (!policy.work(ctx.officer, order)) return answerFailure(ctx, conflict('casework.refused_held'))
    return this.#answer(ctx, 'exhibit', await takeExhibit(order.id, ctx.officer.id, input))
  }

  async handOver(ctx: HttpContext) {
    const order = await this.#seen(ctx)
    const input = await readInput(ctx, handOverValidator, 'casework')
    return this.#answer(
      ctx,
      'handed_over_exhibit',
      await handOverExhibit(order.id, ctx.params.exhibit, ctx.officer.id, input)
    )
  }

  async #seen({ params, officer }: HttpContext): Promise<OrderRow> {
    const order = found(await getOrder(params.id))
    const sites = new Set((await sitesOf(officer.id)).map(({ id }) => id))
    if (!policy.see(officer, order, sites)) throw notFound()
    return order
  }

  #answer(ctx: HttpContext, done: string, result: Result<unknown, Failure>) {
    if (!result.ok) return answerFailure(ctx, result.error)
    const path = `/a/${ctx.administration!.code}/inspections/${ctx.params.id}`
    return answerDone(ctx, path, sentence(`casework.done_${done}`))
  }
}
