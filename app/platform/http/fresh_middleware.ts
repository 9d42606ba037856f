import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isFresh } from '#platform/identity/session_state'

/** The page that offers a file, as it is or by what the route matched. */
type BackTo = string | ((params: Record<string, string>) => string)

/**
 * `.use(middleware.fresh())`: who asks must have proved who they are within five minutes (SECURITY
 * section 4, step-up). A page leads through the confirmation and back, a file to the page `backTo` that
 * offers it with the same query; an act is refused with `E_NOT_FRESH`, the shell asks for the proof
 * and sends the act again.
 */
export default class FreshMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { backTo }: { backTo?: BackTo } = {}) {
    if (isFresh(ctx.session)) return next()
    const { request, response, person, params } = ctx
    if (request.method() === 'GET' && request.accepts(['html', 'json']) === 'html') {
      const page = typeof backTo === 'function' ? backTo(params) : backTo
      const path = page ? request.url(true).replace(/^[^?]*/, `${person.base}/${page}`) : request.url(true)
      const back = encodeURIComponent(path)
      return response.redirect().status(302).toPath(`${person.base}/second-factor?return=${back}`)
    }
    return response
      .status(403)
      .json({ code: 'E_NOT_FRESH', base: person.base, message: { key: 'identity.confirm_first', params: {} } })
  }
}
