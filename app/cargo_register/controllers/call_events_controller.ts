import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { toInstant } from '#core/kernel/local_time'
import { recordCallEvent } from '../actions/record_call_event.js'
import { callEventValidator } from '../validators/calls.js'

/** What an officer notes of a call: a new ETA, an arrival, a departure. */
export default class CallEventsController {
  async store({ request, response, params, session, officer, administration, i18n }: HttpContext) {
    const { kind, at, note } = await request.validateUsing(callEventValidator, {
      messagesProvider: i18n.createMessagesProvider('register'),
    })
    const recorded = await recordCallEvent(params.call, {
      kind,
      at: toInstant(at, administration!.timezone),
      note: note === '' ? null : note,
      source: 'page',
      officerId: officer.id,
    })
    if (!recorded.ok) throw new Exception('There is no such call', { status: 404, code: 'E_ROW_NOT_FOUND' })
    session.flash('flash', { kind: 'done', sentence: { key: 'common.done_event_added', params: {} } })
    return response.redirect().status(303).toPath(`/a/${administration!.code}/conveyances/${params.call}`)
  }
}
