import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Operator } from '#platform/access/operator_provider'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    operator: Operator
  }
}

/** The console's guard: operators only, another cookie, no administration. */
export default class OperatorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!(await ctx.auth.use('operator').check())) return ctx.response.redirect().toPath('/platform/sign-in')
    ctx.operator = ctx.auth.use('operator').user!
    return next()
  }
}
