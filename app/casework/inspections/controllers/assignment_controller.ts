import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import type { Result } from '#core/kernel/result'
import { sentence, type Failure } from '#platform/http/failure'
import { askReassignment, decideReassignment, drawAgain } from '../actions/reassign_order.js'
import { getOrder } from '../queries/get_order.js'
import { reassignmentValidator } from '../validators/orders.js'

/** Another inspector than the one drawn: one person asks, another decides. */
export default class AssignmentController {
  async ask(ctx: HttpContext) {
    const order = found(await getOrder(ctx.params.id))
    const input = await readInput(ctx, reassignmentValidator, 'casework')
    return this.#answer(ctx, 'reassignment_asked', await askReassignment(order.id, ctx.officer.id, input))
  }

  async confirm(ctx: HttpContext) {
    return this.#answer(ctx, 'reassigned', await this.#decide(ctx, 'confirmed'))
  }

  async refuse(ctx: HttpContext) {
    return this.#answer(ctx, 'reassignment_refused', await this.#decide(ctx, 'refused'))
  }

  async draw(ctx: HttpContext) {
    const order = found(await getOrder(ctx.params.id))
    return this.#answer(ctx, 'drawn', await drawAgain(order.id))
  }

  async #decide(ctx: HttpContext, decision: 'confirmed' | 'refused') {
    const order = found(await getOrder(ctx.params.id))
    return decideReassignment(order.id, ctx.params.reassignment, ctx.officer.id, decision)
  }

  #answer(ctx: HttpContext, done: string, result: Result<unknown, Failure>) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(
      ctx,
      `/a/${ctx.administration!.code}/inspections/${ctx.params.id}`,
      sentence(`casework.done_${done}`)
    )
  }
}
