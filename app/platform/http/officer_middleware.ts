import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { recordDenial } from '#platform/audit/record_denial'
import { sessionKey } from '#platform/access/session_store'
import type { Officer } from '#platform/access/officer'
import { whyEnded } from '#platform/access/sessions'
import { officerPerson } from '#platform/identity/person'
import { gateOf, renew } from '#platform/identity/session_state'
import { tenancy } from '#platform/tenancy/tenant_context'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    officer: Officer
  }
}

const wantsData = ({ request }: HttpContext) =>
  request.accepts(['html', 'json']) === 'json' && !request.header('x-inertia')

/**
 * Lets only officers of this very administration through: a session is bound to the code it
 * signed in with, so the same cookie under another code is a stranger's (DECISIONS 5). One that
 * still owes its second factor reaches the routes marked `owing`, and nothing else (T03).
 */
export default class OfficerMiddleware {
  async handle(ctx: HttpContext, next: NextFn, mark?: 'owing') {
    const here = tenancy.current()
    const bound = ctx.session.get('administration') === here.administration.id
    const officer = bound && (await ctx.auth.use('officer').check()) ? ctx.auth.use('officer').user : undefined
    if (!officer) return this.#askToSignIn(ctx)
    const session = sessionKey(ctx.session.sessionId)
    const actor = { kind: 'officer' as const, id: officer.id }
    const context = { ...here, actor, session, scope: officer.scope }
    return tenancy.run(context, async () => {
      ctx.person = officerPerson(officer, here.administration)
      ctx.gate = gateOf(officer, ctx.session)
      if (ctx.gate && mark !== 'owing') return this.#askForFactor(ctx)
      if (!ctx.gate) {
        ctx.officer = officer
        this.#keepUp(ctx, officer)
      }
      await next()
      await recordDenial(ctx)
    })
  }

  /** Other roles than when the session was last looked at: a new id, a new form secret, the limits of now (T04). */
  #keepUp({ session, request }: HttpContext, officer: Officer) {
    const roles = [...officer.roleIds].sort().join(' ')
    const before = session.get('roles') as string | undefined
    if (before === roles || request.method() !== 'GET') return
    session.put('roles', roles)
    session.put('limits', officer.limits)
    if (before !== undefined) renew(session)
  }

  #askForFactor(ctx: HttpContext) {
    if (wantsData(ctx))
      return ctx.response.status(401).json({ message: { key: 'access.second_factor_first', params: {} } })
    return ctx.response
      .redirect()
      .status(ctx.request.method() === 'GET' ? 302 : 303)
      .toPath(`${ctx.person.base}/second-factor`)
  }

  async #askToSignIn(ctx: HttpContext) {
    if (wantsData(ctx)) return ctx.response.status(401).json({ message: { key: 'access.sign_in_again', params: {} } })
    const why = await whyEnded(ctx.session.sessionId)
    return ctx.response
      .redirect()
      .withIntendedUrl()
      .status(ctx.request.method() === 'GET' ? 302 : 303)
      .toPath(`/a/${ctx.administration!.code}/sign-in${why ? `?notice=${why}` : ''}`)
  }
}
