import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { recordDenial } from '#platform/audit/record_denial'
import { sessionKey } from '#platform/access/session_store'
import type { Officer } from '#platform/access/officer'
import { tenancy } from '#platform/tenancy/tenant_context'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    officer: Officer
  }
}

/**
 * Lets only officers of this very administration through: a session is bound to the code it
 * signed in with, so the same cookie under another code is a stranger's (DECISIONS 5).
 */
export default class OfficerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const here = tenancy.current()
    const bound = ctx.session.get('administration') === here.administration.id
    const officer = bound && (await ctx.auth.use('officer').check()) ? ctx.auth.use('officer').user : undefined
    if (!officer) return this.#askToSignIn(ctx)
    ctx.officer = officer
    const session = sessionKey(ctx.session.sessionId)
    const actor = { kind: 'officer' as const, id: officer.id }
    const context = { ...here, actor, session, scope: officer.scope }
    return tenancy.run(context, async () => {
      await next()
      await recordDenial(ctx)
    })
  }

  #askToSignIn(ctx: HttpContext) {
    if (ctx.request.accepts(['html', 'json']) === 'json' && !ctx.request.header('x-inertia')) {
      return ctx.response.status(401).json({ message: { key: 'access.sign_in_again', params: {} } })
    }
    return ctx.response
      .redirect()
      .withIntendedUrl()
      .status(ctx.request.method() === 'GET' ? 302 : 303)
      .toPath(`/a/${ctx.administration!.code}/sign-in`)
  }
}
