import type { HttpContext } from '@adonisjs/core/http'
import { toInstant } from '#core/kernel/local_time'
import type { Result } from '#core/kernel/result'
import { openAttachment } from '#platform/attachments/attachments'
import { answerFile } from '#platform/http/answer_file'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { firstRow } from '#platform/tenancy/database'
import { getCase } from '../../cases/queries/get_case.js'
import { askFiler } from '../actions/ask_filer.js'
import { withdrawQuestion } from '../actions/withdraw_question.js'
import { newQuestionValidator } from '../validators/questions.js'

/** What officers ask the filers of a case, and what these sent. */
export default class CaseQuestionsController {
  async store(ctx: HttpContext) {
    const { version, due, ...asked } = await readInput(ctx, newQuestionValidator, 'questions')
    const at = due === null ? null : new Date(toInstant(due, ctx.administration!.timezone))
    const done = await askFiler(ctx.params.id, { ...asked, due: at, seen: version }, ctx.officer)
    return this.#answer(ctx, asked.kind === 'dnl' ? 'proposed' : 'asked', done)
  }

  async withdraw(ctx: HttpContext) {
    return this.#answer(ctx, 'withdrawn', await withdrawQuestion(ctx.params.id, ctx.params.question, ctx.officer))
  }

  async file(ctx: HttpContext) {
    const study = found(await getCase(ctx.params.id))
    const { id } = found(
      await firstRow<{ id: string }>(`select id from tenant.questions where id = ? and case_id = ?`, [
        ctx.params.question,
        study.id,
      ])
    )
    const { attachment, bytes } = found(await openAttachment({ kind: 'question', id }, ctx.params.attachment))
    return answerFile(ctx, attachment, bytes)
  }

  #answer(ctx: HttpContext, done: string, result: Result<unknown, Failure>) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/cases/${ctx.params.id}`, sentence(`questions.done_${done}`))
  }
}
