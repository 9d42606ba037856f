import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { confirmRequest, turnDownRequest } from '../../actions/access/decide_request.js'
import { confirmValidator } from '../../validators/roles.js'
import { pathTo, read } from '../form_answers.js'

/** The second person's yes or no to a change of rights. */
export default class GrantRequestsController {
  async confirm(ctx: HttpContext) {
    const { hash } = await read(ctx, confirmValidator)
    const done = await confirmRequest(ctx.params.id, hash, ctx.officer.id)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, 'roles'), sentence('administration.done_confirmed'))
  }

  async turnDown(ctx: HttpContext) {
    const done = await turnDownRequest(ctx.params.id, ctx.officer.id)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, 'roles'), sentence('administration.done_turned_down'))
  }
}
