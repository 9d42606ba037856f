import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import FreshMiddleware from './fresh_middleware.js'

/**
 * Who may set up a factor: somebody who owes a first one, or a whole session with a fresh proof.
 * Who has a factor must show it first: else the password alone would make a second one.
 */
export default class EnrollingMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.gate === 'enrol') return next()
    if (ctx.gate === 'verify') return ctx.response.redirect().status(303).toPath(`${ctx.person.base}/second-factor`)
    return new FreshMiddleware().handle(ctx, next)
  }
}
