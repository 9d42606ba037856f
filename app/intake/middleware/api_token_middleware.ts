import limiter from '@adonisjs/limiter/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { tenancy } from '#platform/tenancy/tenant_context'
import { authenticateToken, type TokenHolder } from '../actions/authenticate_token.js'
import type { TokenScope } from '../actions/issue_token.js'
import { answerProblem } from '../api_problem.js'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    tokenHolder: TokenHolder
  }
}

/** Requests a token may make (SECURITY section 4, rate limits). */
const PER_MINUTE = 600

/** Machines: a token in the header, never a cookie. Everything behind runs in the token's administration. */
export default class ApiTokenMiddleware {
  async handle(ctx: HttpContext, next: NextFn, scope: TokenScope) {
    const [, text] = /^Bearer (\S+)$/.exec(ctx.request.header('authorization') ?? '') ?? []
    if (!text) return answerProblem(ctx, 'token_missing')
    const holder = await authenticateToken(text)
    if (!holder) return answerProblem(ctx, 'token_refused')
    if (!holder.scopes.has(scope)) return answerProblem(ctx, 'scope_missing')
    const counter = limiter.use({ requests: PER_MINUTE, duration: '1 min' })
    const key = `api:${holder.id}`
    if (!(await counter.attempt(key, () => true))) {
      ctx.response.header('retry-after', String(await counter.availableIn(key)))
      return answerProblem(ctx, 'too_many')
    }
    ctx.tokenHolder = holder
    return tenancy.run(holder.context, () => next())
  }
}
