import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Filer } from '#platform/access/filer'
import { sessionKey } from '#platform/access/session_store'
import { whyEnded } from '#platform/access/sessions'
import { recordDenial } from '#platform/audit/record_denial'
import { filerPerson } from '#platform/identity/person'
import { gateOf } from '#platform/identity/session_state'
import { tenancy } from '#platform/tenancy/tenant_context'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    filer: Filer
  }
}

/**
 * The portal's guard: persons of filers of this very administration, by a cookie and a sign-in of their own.
 * `ctx.officer` is never set here, so that no permission can be asked in their name.
 */
export default class FilerMiddleware {
  async handle(ctx: HttpContext, next: NextFn, mark?: 'owing') {
    const here = tenancy.current()
    const bound = ctx.session.get('administration') === here.administration.id
    const filer = bound && (await ctx.auth.use('filer').check()) ? ctx.auth.use('filer').user : undefined
    if (!filer) return this.#askToSignIn(ctx)
    const actor = { kind: 'filer' as const, id: filer.id }
    return tenancy.run({ ...here, actor, session: sessionKey(ctx.session.sessionId) }, async () => {
      ctx.person = filerPerson(filer, here.administration)
      ctx.gate = gateOf(filer, ctx.session)
      if (ctx.gate && mark !== 'owing') return redirect(ctx, `${ctx.person.base}/second-factor`)
      if (!ctx.gate) ctx.filer = filer
      await next()
      await recordDenial(ctx)
    })
  }

  async #askToSignIn(ctx: HttpContext) {
    const why = await whyEnded(ctx.session.sessionId)
    return redirect(ctx, `/a/${ctx.administration!.code}/filer/sign-in${why ? `?notice=${why}` : ''}`)
  }
}

const redirect = ({ request, response }: HttpContext, path: string) =>
  response
    .redirect()
    .status(request.method() === 'GET' ? 302 : 303)
    .toPath(path)
