import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Operator } from '#platform/access/operator_provider'
import { whyEnded } from '#platform/access/sessions'
import { operatorPerson } from '#platform/identity/person'
import { gateOf } from '#platform/identity/session_state'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    operator: Operator
  }
}

/** The console's guard: operators only, another cookie, no administration; the second factor as for officers. */
export default class OperatorMiddleware {
  async handle(ctx: HttpContext, next: NextFn, mark?: 'owing') {
    if (!(await ctx.auth.use('operator').check())) {
      const why = await whyEnded(ctx.session.sessionId)
      return ctx.response.redirect().toPath(`/platform/sign-in${why ? `?notice=${why}` : ''}`)
    }
    const operator = ctx.auth.use('operator').user!
    ctx.person = operatorPerson(operator, ctx)
    ctx.gate = gateOf(operator, ctx.session)
    if (ctx.gate && mark !== 'owing') return ctx.response.redirect().toPath('/platform/second-factor')
    if (!ctx.gate) ctx.operator = operator
    return next()
  }
}
