import type { HttpContext } from '@adonisjs/core/http'
import { issueToken, revokeToken } from '#app/intake/published'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { renewSecret } from '../actions/change_system.js'
import { retryDelivery } from '../actions/retry_delivery.js'
import { testSystem } from '../actions/test_system.js'
import { getSystem, listTokensOfSystem } from '../queries/systems.js'
import { pathTo } from './systems_controller.js'

const TOKEN_DAYS = 365

/** Secrets, tokens, trials and second attempts of one connected system. */
export default class SystemActsController {
  /** Shown in this answer and never again. */
  async secret(ctx: HttpContext) {
    const value = found(await renewSecret(ctx.params.id))
    return ctx.inertia.render('administration/systems/once', await this.#once(ctx, 'secret', value))
  }

  async token(ctx: HttpContext) {
    const { id, name, kind } = found(await getSystem(ctx.params.id))
    const { token } = await issueToken({
      name,
      sender: null,
      system: id,
      // Only the national system says what importers declared, agencies permit and its officers found.
      scopes:
        kind === 'customs_system' ? ['instructions', 'declarations', 'permits', 'examinations'] : ['instructions'],
      days: TOKEN_DAYS,
      createdBy: ctx.officer.id,
    })
    return ctx.inertia.render('administration/systems/once', await this.#once(ctx, 'token', token))
  }

  async revoke(ctx: HttpContext) {
    const own = await listTokensOfSystem(ctx.params.id)
    found(own.find(({ kid }) => kid === ctx.params.kid))
    found((await revokeToken(ctx.params.kid)) || null)
    return this.#back(ctx, 'systems.done_revoked')
  }

  async test(ctx: HttpContext) {
    const tested = await testSystem(ctx.params.id)
    if (!tested.ok) return answerFailure(ctx, tested.error)
    if (!tested.value.ok) return this.#back(ctx, `systems.tested_${tested.value.why}`)
    const { status, milliseconds } = tested.value
    return this.#back(ctx, status >= 200 && status < 300 ? 'systems.tested_well' : 'systems.tested_badly', {
      status,
      milliseconds,
    })
  }

  async retry(ctx: HttpContext) {
    found((await retryDelivery(ctx.params.id, ctx.params.delivery)) || null)
    return this.#back(ctx, 'systems.done_retry')
  }

  async #once(ctx: HttpContext, kind: 'secret' | 'token', value: string) {
    const { id, name } = found(await getSystem(ctx.params.id))
    return { system: { id, name }, kind, value }
  }

  #back(ctx: HttpContext, said: string, params: Record<string, number> = {}) {
    return answerDone(ctx, pathTo(ctx, ctx.params.id), sentence(said, params))
  }
}
