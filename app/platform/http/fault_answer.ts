import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { RETRY_AFTER, type Fault } from '#platform/faults/fault'
import { directionOf } from '#platform/plugins/translations'
import { localeOf } from './locale_middleware.js'

/** Without room nothing can be taken in; a server that is away comes back. */
const STATUS: Readonly<Record<Fault, number>> = {
  store_full: 507,
  store_away: 503,
  database_full: 507,
  database_away: 503,
}

/** What machines are told; they keep the message and send it again. */
const TITLES: Readonly<Record<Fault, string>> = {
  store_full: 'There is no room for messages. Nothing of this one was kept: send it again later.',
  store_away: 'Messages cannot be stored at the moment. Nothing of this one was kept: send it again later.',
  database_full: 'There is no room in the database. Nothing of this request was kept: send it again later.',
  database_away: 'The database does not answer at the moment. Send the request again later.',
}

/**
 * The answer when a fault of ours stands in the way: it says when to try again. Needs neither
 * database, session nor built assets, since any of them may be what is missing.
 */
export function answerFault(fault: Fault, ctx: HttpContext) {
  const { request, response } = ctx
  const reference = request.id() ?? null
  response.status(STATUS[fault]).header('retry-after', String(RETRY_AFTER[fault]))
  // The rest of a refused body is not waited for.
  if (!['GET', 'HEAD'].includes(request.method())) response.header('connection', 'close')
  if (request.url().startsWith('/api/')) {
    response.header('content-type', 'application/problem+json')
    return response.send(
      JSON.stringify({
        type: `about:blank#${fault}`,
        status: STATUS[fault],
        code: fault,
        title: TITLES[fault],
        instance: reference,
      })
    )
  }
  if (request.accepts(['html', 'json']) === 'html' || request.header('x-inertia') !== undefined)
    return page(fault, ctx, reference)
  return response.json({ reference, message: { key: `errors.fault_${fault}`, params: {} } })
}

function page(fault: Fault, ctx: HttpContext, reference: string | null) {
  const { request, response } = ctx
  const locale = localeOf(ctx)
  const text = (key: string) => escaped(i18nManager.locale(locale).t(`errors.${key}`))
  const again = request.method() === 'GET' && request.header('x-inertia') === undefined
  response.header('content-type', 'text/html; charset=utf-8')
  response.response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`
  )
  return response.send(`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${again ? `<meta http-equiv="refresh" content="${RETRY_AFTER[fault]}">` : ''}
<title>${text('fault_title')} · Landfall</title>
<style>${STYLE}</style></head>
<body><main><h1>${text('fault_title')}</h1><p>${text(`fault_${fault}`)}</p>
<p>${text(again ? 'fault_again' : 'fault_repeat')}</p>
${reference ? `<p class="small">${text('fault_reference')} <bdi dir="ltr">${escaped(reference)}</bdi></p>` : ''}
</main></body></html>`)
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 system-ui,sans-serif;background:light-dark(#f4f6f8,#12181f);color:light-dark(#18212b,#e6ebf0)}
main{max-width:480px;margin:12vh auto;padding:24px;border:1px solid light-dark(#d5dce3,#2c3743);border-radius:8px;background:light-dark(#fff,#18212b)}
h1{margin:0 0 8px;font-size:18px}p{margin:8px 0}.small{font-size:13px;color:light-dark(#5a6875,#9aa8b5)}`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!)
