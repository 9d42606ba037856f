import type { HttpContext } from '@adonisjs/core/http'
import { endSession } from '#platform/access/sessions'
import { verifyOperator } from '../actions/verify_operator.js'
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

  async store({ request, response, session, auth, i18n }: HttpContext) {
    const { email, password } = await request.validateUsing(operatorSignInValidator)
    const result = await verifyOperator(email, password, request.ip())
    if (!result.ok) {
      if (result.error.reason === 'locked') session.flash('lockedMinutes', Math.ceil(result.error.seconds / 60))
      session.flash('inputErrorsBag', { email: [i18n.t('session.wrong')] })
      return response.redirect().status(303).toPath('/platform/sign-in')
    }
    session.clear()
    await auth.use('operator').login(result.value)
    return response.redirect().status(303).toPath('/platform/administrations')
  }

  async destroy({ response, session, auth }: HttpContext) {
    await endSession(session.sessionId)
    await auth.use('operator').logout()
    session.clear()
    response.header('Clear-Site-Data', '"cache"')
    return response.redirect().status(303).toPath('/platform/sign-in?notice=signed_out')
  }
}
