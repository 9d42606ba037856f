import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { allowMailDetail } from '../actions/allow_mail_detail.js'
import { retryMail } from '../actions/retry_mail.js'
import { getMailState } from '../queries/get_mail_state.js'
import { mailDetailValidator } from '../validators/notifications.js'

/** What mails of the administration may say, and those that did not go. */
export default class MailStateController {
  async index({ inertia }: HttpContext) {
    const { failed, ...state } = await getMailState()
    return inertia.render('administration/notifications', {
      ...state,
      failed: failed.map(({ createdAt, nextAt, ...mail }) => ({
        ...mail,
        createdAt: createdAt.toISOString(),
        nextAt: nextAt.toISOString(),
      })),
    })
  }

  async update(ctx: HttpContext) {
    const { detail } = await readInput(ctx, mailDetailValidator, 'notifications')
    await allowMailDetail(detail)
    return answerDone(ctx, statePath(ctx), sentence('notifications.done_detail'))
  }

  async retry(ctx: HttpContext) {
    found((await retryMail(ctx.params.id)) || null)
    return answerDone(ctx, statePath(ctx), sentence('notifications.done_retry'))
  }
}

const statePath = ({ administration }: HttpContext) => `/a/${administration!.code}/administration/notifications`
