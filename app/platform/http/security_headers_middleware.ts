import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { secureCookies } from '#config/app'

const FIXED: readonly [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

/**
 * First in the server stack, so that redirects, errors, static files and routes that match
 * nothing carry them too; shield adds the page policy where a page is rendered (T06).
 */
export default class SecurityHeadersMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { response, request } = ctx
    for (const [name, value] of FIXED) response.header(name, value)
    // On the raw response: shield writes there too, and its policy for pages replaces this one.
    response.response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
    )
    if (secureCookies) response.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    if (!request.url().startsWith('/assets/')) response.header('Cache-Control', 'no-store')
    return next()
  }
}
