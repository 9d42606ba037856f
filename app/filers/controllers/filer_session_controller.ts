import type { HttpContext } from '@adonisjs/core/http'
import { signInValidator, verifyAccount } from '#app/administration/published'
import { loadFiler } from '#platform/access/filer'
import { sessionKey } from '#platform/access/session_store'
import { endSession } from '#platform/access/sessions'
import { keepChosenLocale } from '#platform/http/chosen_locale'
import { completeSignIn } from '#platform/identity/complete_sign_in'
import { filerPerson, type Person } from '#platform/identity/person'
import { gateOf } from '#platform/identity/session_state'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** The filers' own door: officers are strangers here, as filers are at theirs. */
export default class FilerSessionController {
  async create({ inertia, administration, session, request }: HttpContext) {
    const { code, name, demo } = administration!
    const locked = session.flashMessages.get('lockedMinutes') ?? null
    inertia.clearHistory()
    return inertia.render('filer/sign_in', {
      signInPath: `/a/${code}/filer/sign-in`,
      forgotPath: `/a/${code}/forgot`,
      administration: { name, demonstration: demo },
      notice: locked ? 'locked' : noticeOf(request.qs().notice),
      lockedMinutes: locked,
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, auth, administration, i18n } = ctx
    const { email, password } = await request.validateUsing(signInValidator)
    const result = await verifyAccount(email, password, request.ip(), loadFiler)
    if (!result.ok) {
      if (result.error.reason === 'locked') session.flash('lockedMinutes', Math.ceil(result.error.seconds / 60))
      session.flash('inputErrorsBag', { email: [i18n.t('session.wrong')] })
      return response.redirect().status(303).toPath(`/a/${administration!.code}/filer/sign-in`)
    }
    session.clear()
    await auth.use('filer').login(result.value)
    session.put('administration', administration!.id)
    const person = filerPerson(result.value, administration!)
    if (gateOf(person, session)) return response.redirect().status(303).toPath(`${person.base}/second-factor`)
    await asFiler(person, session.sessionId, () => completeSignIn(ctx, person, 'password'))
    return response.redirect().status(303).toPath(person.home)
  }

  async destroy({ response, session, auth, person }: HttpContext) {
    await person.factors.record('session.ended', { which: 'this' })
    await endSession(session.sessionId)
    await auth.use('filer').logout()
    session.clear()
    response.header('Clear-Site-Data', '"cache"')
    return response.redirect().status(303).toPath(`${person.base}/sign-in?notice=signed_out`)
  }

  async home({ response, person }: HttpContext) {
    return response.redirect().toPath(person.home)
  }

  /** Kept on this device, and for mails on the row of who is signed in. */
  async locale(ctx: HttpContext) {
    const locale = await keepChosenLocale(ctx)
    const here = ctx.session.get('administration') === ctx.administration!.id
    if (locale && here && (await ctx.auth.use('filer').check()))
      await execute(`update tenant.officers set locale = ? where id = ?`, [locale, ctx.auth.use('filer').user!.id])
    return ctx.response.redirect().status(303).back()
  }
}

const NOTICES = ['signed_out', 'expired', 'replaced', 'ended', 'reset', 'not_me', 'accepted'] as const
const noticeOf = (value: unknown) => NOTICES.find((each) => each === value) ?? null

/** What signing in writes, the person wrote. */
const asFiler = <T>({ id }: Person, sessionId: string, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ ...tenancy.current(), actor: { kind: 'filer', id }, session: sessionKey(sessionId) }, work)
