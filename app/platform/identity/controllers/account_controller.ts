import type { HttpContext } from '@adonisjs/core/http'
import { sessionKey } from '#platform/access/session_store'
import { listSessions, revokeOtherSessions, revokeSession } from '#platform/access/sessions'
import { changePassword } from '../change_password.js'
import { deviceName } from '../device_name.js'
import { passkeyOrigin } from '../passkeys.js'
import { changePasswordValidator, nameValidator } from '../validators/factors.js'

/** A person's own account: name, password, factors, sessions. */
export default class AccountController {
  async show({ inertia, person, session }: HttpContext) {
    const { factors } = person
    const [passkeys, totp, recoveryLeft, sessions] = [
      await factors.passkeys(),
      await factors.totp(),
      await factors.recoveryLeft(),
      await listSessions(person.sessions),
    ]
    const props = {
      base: person.base,
      name: person.name,
      email: person.email,
      required: person.requiresSecondFactor,
      authenticator: totp !== null,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        addedAt: createdAt.toISOString(),
        usedAt: lastUsedAt?.toISOString() ?? null,
      })),
      passkeyOrigin,
      recoveryLeft,
      limits: { ...person.limits, parallel: person.parallel },
      sessions: sessions.map((each) => ({
        id: each.id,
        current: each.id === sessionKey(session.sessionId),
        device: deviceName(each.agent),
        startedAt: each.startedAt.toISOString(),
        lastSeenAt: each.lastSeenAt.toISOString(),
      })),
    }
    return person.kind === 'operator'
      ? inertia.render('platform/account', props)
      : inertia.render(person.kind === 'filer' ? 'filer/account' : 'session/account', props)
  }

  async rename({ request, person, response, session }: HttpContext) {
    const { name } = await request.validateUsing(nameValidator)
    await person.factors.together(async () => {
      await person.factors.record('name.changed')
      await person.factors.rename(name)
    })
    return done({ response, session, person }, 'identity.done_name')
  }

  async password(ctx: HttpContext) {
    const { current, password } = await ctx.request.validateUsing(changePasswordValidator)
    const { person, session, i18n, response } = ctx
    const changed = await changePassword(person, { current, password, ip: ctx.request.ip() }, session.sessionId)
    if (changed.ok) return done({ response, session, person }, 'identity.done_password')
    const { field, key, params } = changed.error
    session.flash('inputErrorsBag', { [field]: [i18n.t(key, params)] })
    return response.redirect().status(303).toPath(`${person.base}/account`)
  }

  async endSession({ params, person, session, response }: HttpContext) {
    const ended = await revokeSession(person.sessions, String(params.id))
    if (!ended) return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    await person.factors.record('session.ended', { which: 'one' })
    return done({ response, session, person }, 'common.done_session_ended')
  }

  async endOthers({ person, session, response }: HttpContext) {
    await person.factors.record('session.ended', { which: 'others' })
    await revokeOtherSessions(person.sessions, session.sessionId)
    return done({ response, session, person }, 'common.done_session_ended')
  }
}

function done({ response, session, person }: Pick<HttpContext, 'response' | 'session' | 'person'>, key: string) {
  session.flash('flash', { kind: 'done', sentence: { key, params: {} } })
  return response.redirect().status(303).toPath(`${person.base}/account`)
}
