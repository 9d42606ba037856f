import type { HttpContext } from '@adonisjs/core/http'
import { found, readInput } from '#platform/http/answers'
import { markRead } from '../actions/mark_read.js'
import { kindOf } from '../kinds.js'
import { findNotification } from '../queries/find_notification.js'
import { getChoices } from '../queries/get_choices.js'
import { listNotifications } from '../queries/list_notifications.js'
import { mayOpen, notificationViews } from '../transformers/notification_view.js'
import { listValidator, readValidator } from '../validators/notifications.js'

const PAGE_SIZE = 25
const BELL_SIZE = 8

/** What an officer was told: their own lines only, whatever they may do otherwise. */
export default class NotificationsController {
  async index(ctx: HttpContext) {
    const { show = 'all', page } = await readInput(ctx, listValidator, 'notifications')
    const asked = { unread: show === 'unread', page, size: PAGE_SIZE }
    const { lines, total, unread } = await listNotifications(ctx.officer.id, asked)
    return ctx.inertia.render('notifications/index', {
      lines: await notificationViews(lines, ctx.officer, new Date()),
      show: asked.unread ? 'unread' : 'all',
      unread,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    })
  }

  /** For the bell, as JSON: the page stays where it is. */
  async recent({ officer, response }: HttpContext) {
    const { lines, unread } = await listNotifications(officer.id, { unread: false, page: 1, size: BELL_SIZE })
    const { schedule } = await getChoices(officer)
    return response.json({ unread, sound: schedule.sound, lines: await notificationViews(lines, officer, new Date()) })
  }

  async read(ctx: HttpContext) {
    const { ids } = await readInput(ctx, readValidator, 'notifications')
    await markRead(ctx.officer.id, ids)
    return ctx.response.json({})
  }

  /** Reads a line and goes to what it is about, if that is still open to the reader. */
  async open({ params, officer, administration, session, response }: HttpContext) {
    const line = found(await findNotification(officer.id, params.id))
    await markRead(officer.id, [line.id])
    const home = `/a/${administration!.code}`
    const to = response.redirect().status(303)
    if (mayOpen(line, officer)) return to.toPath(`${home}${kindOf(line.kind)!.path(line)}`)
    session.flash('flash', { kind: 'refused', sentence: { key: 'notifications.not_open_any_more', params: {} } })
    return to.toPath(`${home}/notifications`)
  }
}
