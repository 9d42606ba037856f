import type { HttpContext } from '@adonisjs/core/http'
import { deviceName } from '#platform/identity/device_name'
import { sessionKey } from '#platform/access/session_store'
import { listSessions, revokeOtherSessions, revokeSession } from '#platform/access/sessions'
import { recordAction } from '#platform/audit/record'

/** An officer's own open sessions. */
export default class SessionsController {
  async index({ inertia, person, session }: HttpContext) {
    const sessions = await listSessions(person.sessions)
    return inertia.render('session/sessions', {
      sessions: sessions.map((each) => ({
        id: each.id,
        current: each.id === sessionKey(session.sessionId),
        device: deviceName(each.agent),
        address: null,
        startedAt: each.startedAt.toISOString(),
        lastSeenAt: each.lastSeenAt.toISOString(),
      })),
    })
  }

  async destroy({ params, person, administration, session, response }: HttpContext) {
    const ended = await revokeSession(person.sessions, params.id)
    if (!ended) return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    await recordAction({ action: 'session.ended', data: { by: 'own_list', session: params.id } })
    session.flash('flash', { kind: 'done', sentence: { key: 'common.done_session_ended', params: {} } })
    return response.redirect().status(303).toPath(`/a/${administration!.code}/sessions`)
  }

  async destroyOthers({ person, administration, session, response }: HttpContext) {
    await recordAction({ action: 'session.ended', data: { by: 'own_list', session: 'others' } })
    await revokeOtherSessions(person.sessions, session.sessionId)
    session.flash('flash', { kind: 'done', sentence: { key: 'common.done_session_ended', params: {} } })
    return response.redirect().status(303).toPath(`/a/${administration!.code}/sessions`)
  }
}
