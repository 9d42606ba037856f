import type { HttpContext } from '@adonisjs/core/http'
import { answerProblem } from '../api_problem.js'
import { receiveMessage } from '../actions/receive_message.js'
import { listAnswers } from '../queries/answers_of.js'
import { getReceivedMessage, type ReceivedMessage } from '../queries/get_received_message.js'
import { listMessagesOf } from '../queries/list_messages_of.js'
import { listProblems } from '../queries/list_problems.js'
import { shownState } from '../shown_state.js'

const FORMS = /^(?:multipart\/|application\/x-www-form-urlencoded)/i

/** `POST /api/v1/messages`: the body is the message, whatever its type. */
export default class ApiMessagesController {
  async store(ctx: HttpContext) {
    const { request, response, tokenHolder } = ctx
    if (FORMS.test(request.header('content-type') ?? '')) return answerProblem(ctx, 'form_refused')
    const key = request.header('idempotency-key')?.slice(0, 200)
    const received = await receiveMessage({
      // The rest of a refused body is not read, but the connection stands until the answer is out.
      bytes: request.request.iterator({ destroyOnReturn: false }),
      channel: 'api',
      filename: request.header('x-filename') ?? null,
      senderId: tokenHolder.senderId,
      submittedBy: tokenHolder.id,
      ...(key && { idempotency: { tokenId: tokenHolder.id, key } }),
    })
    if (!received.ok) {
      response.header('connection', 'close')
      return answerProblem(ctx, received.error)
    }
    const { receipt, id, duplicate } = received.value
    return response.status(202).json({ receipt, id, duplicate })
  }

  /** What became of a message; a token bound to a filer sees only that filer's. */
  async show(ctx: HttpContext) {
    const { params, tokenHolder } = ctx
    const message = await getReceivedMessage(params.id)
    const theirs = message && (tokenHolder.senderId === null || message.senderId === tokenHolder.senderId)
    return theirs ? this.#shown(ctx, message) : answerProblem(ctx, 'not_found')
  }

  /** What became of declarations, permits and results of examinations; a connected system sees those it sent itself, with whichever of its tokens. */
  async showTold(ctx: HttpContext) {
    const { params, tokenHolder } = ctx
    const message = await getReceivedMessage(params.id)
    const theirs = message && message.systemId !== null && message.systemId === tokenHolder.systemId
    return theirs ? this.#shown(ctx, message) : answerProblem(ctx, 'not_found')
  }

  async #shown({ response }: HttpContext, message: ReceivedMessage) {
    const [messages, problems] = await Promise.all([listMessagesOf(message.id), listProblems(message.id)])
    return response.json({
      id: message.id,
      receipt: message.receipt,
      receivedAt: message.receivedAt.toISOString(),
      state: shownState(message.state),
      format: message.format,
      messages: messages.map(({ position, type, version, reference, state, effect, consignments, usable }) => ({
        position,
        type,
        version,
        reference,
        state,
        effect,
        consignments,
        usable,
      })),
      answers: (await listAnswers(message.id)).map(({ id, kind, position, madeAt }) => ({
        id,
        kind,
        position,
        madeAt: madeAt.toISOString(),
      })),
      problems: problems.map(
        ({ code, severity, message: position, consignment, segment, line, offset, params: values }) => ({
          code,
          severity,
          message: position,
          consignment,
          segment,
          line,
          offset,
          params: values,
        })
      ),
    })
  }
}
