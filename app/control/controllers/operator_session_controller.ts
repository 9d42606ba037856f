import type { HttpContext } from '@adonisjs/core/http'
import { endSession } from '#platform/access/sessions'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { completeSignIn } from '#platform/identity/complete_sign_in'
import { operatorPerson } from '#platform/identity/person'
import { gateOf } from '#platform/identity/session_state'
import { verifyOperator } from '../actions/verify_operator.js'
import { operatorSignInValidator } from '../validators/sign_in.js'

export default class OperatorSessionController {
  async create({ inertia, session, request }: HttpContext) {
    const locked = session.flashMessages.get('lockedMinutes') ?? null
    inertia.clearHistory()
    return inertia.render('platform/sign_in', {
      signInPath: '/platform/sign-in',
      notice: locked ? 'locked' : noticeOf(request.qs().notice),
      lockedMinutes: locked,
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, auth, i18n } = ctx
    const { email, password } = await request.validateUsing(operatorSignInValidator)
    const result = await verifyOperator(email, password, request.ip())
    if (!result.ok) {
      if (result.error.reason === 'locked') session.flash('lockedMinutes', Math.ceil(result.error.seconds / 60))
      else await recordRefusal(request.id() ?? '')
      session.flash('inputErrorsBag', { email: [i18n.t('session.wrong')] })
      return response.redirect().status(303).toPath('/platform/sign-in')
    }
    session.clear()
    await auth.use('operator').login(result.value)
    const person = operatorPerson(result.value, ctx)
    if (gateOf(person, session)) return response.redirect().status(303).toPath('/platform/second-factor')
    await completeSignIn(ctx, person, 'password')
    return response.redirect().status(303).toPath(person.home)
  }

  async destroy({ response, session, auth, person }: HttpContext) {
    await person.factors.record('session.ended', { which: 'this' })
    await endSession(session.sessionId)
    await auth.use('operator').logout()
    session.clear()
    response.header('Clear-Site-Data', '"cache"')
    return response.redirect().status(303).toPath('/platform/sign-in?notice=signed_out')
  }
}

/** Throttled tries leave no entry: there may be any number of them. */
const recordRefusal = (request: string) =>
  recordPlatformAction({ action: 'operator.session_refused', actor: { kind: 'system', id: 'console' }, request })
const NOTICES = ['signed_out', 'replaced', 'ended'] as const
const noticeOf = (value: unknown) => NOTICES.find((each) => each === value) ?? null
