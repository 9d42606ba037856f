import type { HttpContext } from '@adonisjs/core/http'
import { sessionKey } from '#platform/access/session_store'
import { endSession } from '#platform/access/sessions'
import { recordAction } from '#platform/audit/record'
import { homeFor } from '#platform/http/navigation'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { developmentSurface } from '#config/app'
import { verifyOfficer } from '../actions/verify_officer.js'
import { signInValidator } from '../validators/sign_in.js'

export default class SessionController {
  /** Sign-in of the administration in the path. */
  async create({ inertia, administration, session, request }: HttpContext) {
    const { code, name, demo } = administration!
    const locked = session.flashMessages.get('lockedMinutes') ?? null
    // Here and not at sign-out: only a page carries it, a redirect loses it. Going back then finds no cargo.
    inertia.clearHistory()
    return inertia.render('session/sign_in', {
      signInPath: `/a/${code}/sign-in`,
      administration: { code, name, demonstration: demo },
      administrations: await others(code),
      notice: locked ? 'locked' : noticeOf(request.qs().notice),
      lockedMinutes: locked,
    })
  }

  async store({ request, response, session, auth, administration, i18n }: HttpContext) {
    const { email, password } = await request.validateUsing(signInValidator)
    const result = await verifyOfficer(email, password, request.ip())
    if (!result.ok) {
      if (result.error.reason === 'locked') session.flash('lockedMinutes', Math.ceil(result.error.seconds / 60))
      session.flash('inputErrorsBag', { email: [i18n.t('session.wrong')] })
      return response.redirect().status(303).toPath(`/a/${administration!.code}/sign-in`)
    }
    const intended = session.pullIntendedUrl()
    session.clear()
    await auth.use('officer').login(result.value)
    session.put('administration', administration!.id)
    await recordSignIn(result.value.id, session.sessionId)
    const home = `/a/${administration!.code}/`
    return response
      .redirect()
      .status(303)
      .toPath(intended?.startsWith(home) ? intended : homeFor(administration!.code, result.value))
  }

  async destroy({ response, session, auth, administration }: HttpContext) {
    await recordAction({ action: 'session.ended', data: { by: 'sign_out' } })
    await endSession(session.sessionId)
    await auth.use('officer').logout()
    session.clear()
    response.header('Clear-Site-Data', '"cache"')
    return response.redirect().status(303).toPath(`/a/${administration!.code}/sign-in?notice=signed_out`)
  }
}

/** Until here nobody was known: the entry is the officer's first. */
const recordSignIn = (officerId: string, sessionId: string) =>
  tenancy.run({ ...tenancy.current(), actor: { kind: 'officer', id: officerId }, session: sessionKey(sessionId) }, () =>
    recordAction({ action: 'session.started' })
  )

const noticeOf = (value: unknown) => (value === 'signed_out' || value === 'expired' ? value : null)

/** The chooser is a convenience of demonstrations; a live installation names nobody. */
async function others(code: string) {
  if (!developmentSurface) return []
  return (await directory.all())
    .filter((each) => each.demo && each.code !== code)
    .map((each) => ({ code: each.code, name: each.name, href: `/a/${each.code}/sign-in` }))
}
