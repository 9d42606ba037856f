import type { HttpContext } from '@adonisjs/core/http'
import { endSession } from '#platform/access/sessions'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { verifyOperator } from '../actions/verify_operator.js'
import { recordAct } from '../record_act.js'
import { operatorSignInValidator } from '../validators/sign_in.js'

export default class OperatorSessionController {
  async create({ inertia, session, request }: HttpContext) {
    const locked = session.flashMessages.get('lockedMinutes') ?? null
    inertia.clearHistory()
    return inertia.render('platform/sign_in', {
      signInPath: '/platform/sign-in',
      notice: locked ? 'locked' : request.qs().notice === 'signed_out' ? 'signed_out' : null,
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
    await recordAct(ctx, result.value.id, 'operator.session_started')
    return response.redirect().status(303).toPath('/platform/administrations')
  }

  async destroy(ctx: HttpContext) {
    const { response, session, auth, operator } = ctx
    await recordAct(ctx, operator.id, 'operator.session_ended')
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
