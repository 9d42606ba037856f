import type { HttpContext } from '@adonisjs/core/http'
import { sitesOf } from '#app/administration/published'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, found, notFound, readInput } from '#platform/http/answers'
import { conflict, sentence, type Failure } from '#platform/http/failure'
import { acceptOrder, cancelOrder, refuseOrder, reviewOrder, startOrder, stepAside } from '../actions/move_order.js'
import { returnOrder } from '../actions/return_order.js'
import OrderPolicy from '../policies/order_policy.js'
import { getOrder, type OrderRow } from '../queries/get_order.js'
import { noteValidator, optionalNoteValidator, refusalValidator } from '../validators/orders.js'

const policy = new OrderPolicy()
const SELF_REVIEW: Result<null, Failure> = { ok: false, error: conflict('casework.refused_own_inspection') }
const HELD: Result<null, Failure> = { ok: false, error: conflict('casework.refused_held') }

/** What moves an order: by its inspector, by the reviewer, by who ordered. */
export default class OrderActsController {
  accept(ctx: HttpContext) {
    return this.#act(ctx, 'accepted', async (order, sites) =>
      policy.take(ctx.officer, order, sites) ? acceptOrder(order.id, ctx.officer.id) : HELD
    )
  }

  start(ctx: HttpContext) {
    return this.#act(ctx, 'started', async (order) =>
      policy.work(ctx.officer, order) ? startOrder(order.id, ctx.officer.id) : HELD
    )
  }

  refuse(ctx: HttpContext) {
    return this.#act(ctx, 'refused', async (order, sites) => {
      const { reason, note } = await readInput(ctx, refusalValidator, 'casework')
      if (!policy.take(ctx.officer, order, sites)) return HELD
      // Who knows the parties does not end the order: somebody else is drawn.
      return reason === 'own_connection'
        ? stepAside(order.id, ctx.officer.id, note)
        : refuseOrder(order.id, ctx.officer.id, reason, note)
    })
  }

  cancel(ctx: HttpContext) {
    return this.#act(ctx, 'cancelled', async ({ id }) => {
      const { note } = await readInput(ctx, noteValidator, 'casework')
      return cancelOrder(id, ctx.officer.id, note)
    })
  }

  sendBack(ctx: HttpContext) {
    return this.#act(ctx, 'returned', async (order) => {
      const { note } = await readInput(ctx, noteValidator, 'casework')
      return policy.review(ctx.officer, order) ? returnOrder(order.id, ctx.officer.id, note) : SELF_REVIEW
    })
  }

  review(ctx: HttpContext) {
    return this.#act(ctx, 'reviewed', async (order) => {
      const { note } = await readInput(ctx, optionalNoteValidator, 'casework')
      return policy.review(ctx.officer, order) ? reviewOrder(order.id, ctx.officer.id, note) : SELF_REVIEW
    })
  }

  /** An order of a site that is not theirs is not there; who may see it may be told why an act is refused. */
  async #act(
    ctx: HttpContext,
    done: string,
    act: (order: OrderRow, sites: ReadonlySet<string>) => Promise<Result<null, Failure>>
  ) {
    const order = found(await getOrder(ctx.params.id))
    const sites = new Set((await sitesOf(ctx.officer.id)).map(({ id }) => id))
    if (!policy.see(ctx.officer, order, sites)) throw notFound()
    const moved = await act(order, sites)
    if (!moved.ok) return answerFailure(ctx, moved.error)
    const path = `/a/${ctx.administration!.code}/inspections/${order.id}`
    return answerDone(ctx, path, sentence(`casework.done_${done}`))
  }
}
