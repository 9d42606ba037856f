import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { faultOf } from '#platform/faults/fault'
import { answerFault } from './fault_answer.js'

const PAGES: Record<number, string> = { 403: 'errors/forbidden', 404: 'errors/not_found' }

/** Expected refusals become pages or small JSON; everything else a reference to look up, never a stack. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = false
  protected override renderStatusPages = false
  protected override ignoreCodes = [
    'E_ROUTE_NOT_FOUND',
    'E_AUTHORIZATION_FAILURE',
    'E_ADMINISTRATION_UNKNOWN',
    'E_ROW_NOT_FOUND',
    'E_BAD_CSRF_TOKEN',
    'E_VALIDATION_ERROR',
    'E_TOO_MANY_REQUESTS',
  ]

  override async handle(error: unknown, ctx: HttpContext) {
    const failure = error as { status?: number; code?: string; messages?: unknown }
    const status = failure.status && failure.status >= 400 && failure.status < 600 ? failure.status : 500
    const fault = faultOf(error)
    if (fault) return answerFault(fault, ctx)
    if (failure.code === 'E_VALIDATION_ERROR') return this.#invalid(failure, ctx, error)
    if (failure.code === 'E_BAD_CSRF_TOKEN')
      return ctx.response.status(403).json({ message: { key: 'access.form_expired', params: {} } })
    const reference = status >= 500 ? (ctx.request.id() ?? null) : null
    if (!this.#wantsPage(ctx)) {
      return ctx.response
        .status(status)
        .json(
          reference
            ? { reference }
            : { message: { key: `common.refused_${PAGES[status] ? status : 'other'}`, params: {} } }
        )
    }
    ctx.response.status(status)
    const home = ctx.administration ? `/a/${ctx.administration.code}` : '/'
    return ctx.response.send(
      await ctx.inertia.render(
        (PAGES[status] ?? 'errors/server_error') as never,
        { reference, home, who: null } as never
      )
    )
  }

  #wantsPage(ctx: HttpContext): boolean {
    return (
      'inertia' in ctx &&
      'i18n' in ctx &&
      (ctx.request.header('x-inertia') !== undefined || ctx.request.accepts(['html', 'json']) === 'html')
    )
  }

  #invalid(failure: { messages?: unknown }, ctx: HttpContext, error: unknown) {
    if (this.#wantsPage(ctx)) return super.handle(error, ctx)
    const messages = (failure.messages ?? []) as { field: string; message: string }[]
    return ctx.response
      .status(422)
      .json({ errors: Object.fromEntries(messages.map((each) => [each.field, each.message])) })
  }
}
