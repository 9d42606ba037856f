import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { recordAction } from '#platform/audit/record'
import { answerProblem } from '../api_problem.js'
import { getAnswer } from '../queries/answers_of.js'
import { getReceivedMessage } from '../queries/get_received_message.js'

/** Answers as files: for officers, and for the machine of the sender they are meant for. */
export default class AnswersController {
  async show(ctx: HttpContext) {
    const message = await getReceivedMessage(ctx.params.id)
    const answer = message && (await getAnswer(message.id, ctx.params.answer))
    if (!message || !answer) throw new Exception('There is no such answer', { status: 404, code: 'E_ROW_NOT_FOUND' })
    return this.#send(ctx, message, answer)
  }

  /** A token bound to a filer gets only that filer's. */
  async forMachine(ctx: HttpContext) {
    const { senderId } = ctx.tokenHolder
    const message = await getReceivedMessage(ctx.params.id)
    const theirs = message && (senderId === null || message.senderId === senderId)
    const answer = theirs ? await getAnswer(message.id, ctx.params.answer) : null
    if (!message || !answer) return answerProblem(ctx, 'not_found')
    return this.#send(ctx, message, answer)
  }

  async #send(
    { response }: HttpContext,
    message: { id: string; receipt: string },
    answer: NonNullable<Awaited<ReturnType<typeof getAnswer>>>
  ) {
    await recordAction({
      action: 'message.answer_opened',
      subject: { kind: 'message', id: message.id },
      data: { kind: answer.kind, position: answer.position },
    })
    response.header('content-type', answer.file.type)
    response.header(
      'content-disposition',
      `attachment; filename="${message.receipt}-${answer.kind}-${answer.position + 1}.${answer.file.ending}"`
    )
    response.header('content-security-policy', `sandbox; default-src 'none'`)
    return response.send(answer.content)
  }
}
