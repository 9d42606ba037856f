import type { HttpContext } from '@adonisjs/core/http'
import { sessionKey } from '#platform/access/session_store'
import { endSession } from '#platform/access/sessions'
import { completeSignIn } from '#platform/identity/complete_sign_in'
import { officerPerson, type Person } from '#platform/identity/person'
import { gateOf } from '#platform/identity/session_state'
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

  async store(ctx: HttpContext) {
    const { request, response, session, auth, administration, i18n } = ctx
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
    const person = officerPerson(result.value, administration!)
    const next = intended?.startsWith(`${person.base}/`) ? intended : person.home
    if (gateOf(person, session)) {
      session.put('intended', next)
      return response.redirect().status(303).toPath(`${person.base}/second-factor`)
    }
    await asOfficer(person, session.sessionId, () => completeSignIn(ctx, person, 'password'))
    return response.redirect().status(303).toPath(next)
  }

  async destroy({ response, session, auth, administration, person }: HttpContext) {
    await person.factors.record('session.ended', { which: 'this' })
    await endSession(session.sessionId)
    await auth.use('officer').logout()
    session.clear()
    response.header('Clear-Site-Data', '"cache"')
    return response.redirect().status(303).toPath(`/a/${administration!.code}/sign-in?notice=signed_out`)
  }
}

const NOTICES = ['signed_out', 'expired', 'replaced', 'ended', 'reset', 'not_me', 'accepted'] as const
const noticeOf = (value: unknown) => NOTICES.find((each) => each === value) ?? null

/** What signing in writes, the officer wrote. */
const asOfficer = <T>({ id }: Person, sessionId: string, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ ...tenancy.current(), actor: { kind: 'officer', id }, session: sessionKey(sessionId) }, work)

/** The chooser is a convenience of demonstrations; a live installation names nobody. */
async function others(code: string) {
  if (!developmentSurface) return []
  return (await directory.all())
    .filter((each) => each.demo && each.code !== code)
    .map((each) => ({ code: each.code, name: each.name, href: `/a/${each.code}/sign-in` }))
}
