import type { HttpContext } from '@adonisjs/core/http'
import type { SessionData } from '@adonisjs/session/types'

/** Where Adonis keeps what was said until the next request. */
const SAID = '__flash__'
const VISIT = '__visit__'

/** How a visit that acts names itself; the request that follows its redirect carries the same name. */
const visitOf = (ctx: HttpContext | null) => ctx?.request.header('x-visit') ?? ''

/**
 * What was refused or done is kept for the request after the redirect. Others of the same session may come between: another
 * tab, a page that asks for news of itself, a `fetch`. They do not see it, and leave it where it is.
 */
export class KeptAnswers {
  #ofAnother: SessionData = {}

  constructor(private readonly ctx: HttpContext | null) {}

  /** The session as this request may see it. */
  opened({ [SAID]: said, [VISIT]: visit = '', ...values }: SessionData): SessionData {
    if (said === undefined) return values
    if (this.#mayTake(visit)) return { ...values, [SAID]: said }
    this.#ofAnother = { [SAID]: said, [VISIT]: visit }
    return values
  }

  /** The session as it is kept after this request. */
  closed(values: SessionData): SessionData {
    return values[SAID] === undefined ? { ...values, ...this.#ofAnother } : { ...values, [VISIT]: visitOf(this.ctx) }
  }

  #mayTake(visit: unknown): boolean {
    if (!this.ctx) return true
    const { request } = this.ctx
    if (request.header('x-inertia') === undefined)
      return request.method() === 'GET' && request.accepts(['html', 'json']) === 'html'
    if (visit !== '') return visit === visitOf(this.ctx)
    return request.header('x-inertia-partial-data') === undefined && request.header('purpose') !== 'prefetch'
  }
}
