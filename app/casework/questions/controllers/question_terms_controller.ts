import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { changeTerms } from '../actions/change_terms.js'
import type { QuestionKind } from '../codes.js'
import { termsView } from '../queries/terms_view.js'
import { termsValidator } from '../validators/questions.js'

/** How long filers have to answer, and the administration's own codes of replies. */
export default class QuestionTermsController {
  async show({ inertia }: HttpContext) {
    return inertia.render('administration/questions', await termsView())
  }

  async update(ctx: HttpContext) {
    const terms = await readInput(ctx, termsValidator, 'questions')
    const done = await changeTerms(ctx.params.kind as QuestionKind, terms)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/administration/questions`, sentence('common.done_saved'))
  }
}
