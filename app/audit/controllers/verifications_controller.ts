import type { HttpContext } from '@adonisjs/core/http'
import { answerDone } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { askVerification } from '../actions/ask_verification.js'

export default class VerificationsController {
  async store(ctx: HttpContext) {
    await askVerification(ctx.officer.id)
    return answerDone(ctx, `/a/${ctx.administration!.code}/audit`, sentence('audit.done_verification_asked'))
  }
}
