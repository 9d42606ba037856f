import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { changeSender } from '../actions/senders/change_sender.js'
import { closeSender, reopenSender } from '../actions/senders/close_sender.js'
import { createSender } from '../actions/senders/create_sender.js'
import { getSender } from '../queries/senders/get_sender.js'
import { listOfferedAnswers } from '../queries/senders/list_offered_answers.js'
import { listSenders, SENDERS_PER_PAGE } from '../queries/senders/list_senders.js'
import { senderPage } from '../sender_page.js'
import { newSenderValidator, senderFilterValidator, senderValidator } from '../validators/senders.js'

/** Where the words for what is wrong with a field stand. */
const TEXTS = 'senders'

/** Who files with the administration: what they promise, what they are answered, how well they file. */
export default class SendersController {
  async index(ctx: HttpContext) {
    const asked = await readInput(ctx, senderFilterValidator, TEXTS)
    const filters = { q: asked.q || null, state: asked.state || null }
    const { senders, total } = await listSenders({ ...filters, page: asked.page })
    const titles = new Map((await listOfferedAnswers()).map(({ code, title }) => [code, title]))
    return ctx.inertia.render('administration/senders/index', {
      senders: senders.map(({ answers, lastAt, ...row }) => ({
        ...row,
        answers: answers.map((code) => titles.get(code) ?? code),
        lastAt: lastAt?.toISOString() ?? null,
      })),
      filters,
      total,
      page: asked.page,
      pages: Math.max(1, Math.ceil(total / SENDERS_PER_PAGE)),
    })
  }

  async store(ctx: HttpContext) {
    const created = await createSender(await readInput(ctx, newSenderValidator, TEXTS))
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(ctx, pathTo(ctx, created.value), sentence('senders.done_created'))
  }

  async show(ctx: HttpContext) {
    const sender = found(await getSender(ctx.params.id))
    return ctx.inertia.render('administration/senders/show', await senderPage(sender, ctx.officer))
  }

  async update(ctx: HttpContext) {
    const terms = await readInput(ctx, senderValidator, TEXTS)
    return this.#answer(ctx, await changeSender(ctx.params.id, terms), 'common.done_saved')
  }

  async close(ctx: HttpContext) {
    return this.#answer(ctx, await closeSender(ctx.params.id), 'senders.done_closed')
  }

  async reopen(ctx: HttpContext) {
    return this.#answer(ctx, await reopenSender(ctx.params.id), 'senders.done_reopened')
  }

  #answer(ctx: HttpContext, result: Result<null, Failure>, said: string) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, pathTo(ctx, ctx.params.id), sentence(said))
  }
}

const pathTo = ({ administration }: HttpContext, id: string) =>
  `/a/${administration!.code}/administration/senders/${id}`
