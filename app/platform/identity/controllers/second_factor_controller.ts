import type { HttpContext } from '@adonisjs/core/http'
import { verifyPassword } from '#platform/access/password'
import { countFailure, forgetFailures, lockedFor } from '#platform/access/sign_in_throttle'
import { completeSignIn, stepUp } from '../complete_sign_in.js'
import { authenticationOptions, passkeyOrigin, provePasskey } from '../passkeys.js'
import { proveCode } from '../prove_code.js'
import { isFresh } from '../session_state.js'
import { assertionValidator, codeValidator, passwordProofValidator } from '../validators/factors.js'

/**
 * The second step of signing in, and the same proof again before an act that asks for a fresh one.
 * Answers are JSON: the page of the second step and the dialog of the shell both ask here.
 */
export default class SecondFactorController {
  async show(ctx: HttpContext) {
    const { inertia, response, person, gate, session, request } = ctx
    if (gate === 'enrol') return response.redirect().toPath(`${person.base}/second-factor/enrol`)
    const back = backTo(request.qs().return, person.base) ?? person.home
    if (!gate && isFresh(session)) return response.redirect().toPath(back)
    if (!gate) session.put('return', back)
    return inertia.render('session/second_factor', {
      base: person.base,
      signingIn: gate !== null,
      name: person.name,
      ways: await waysOf(ctx),
    })
  }

  /** For the dialog; also brings the form token of a session whose id was just renewed. */
  async ways(ctx: HttpContext) {
    return ctx.response.json(await waysOf(ctx))
  }

  async code(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const proof = await proveCode(ctx.person.factors, code)
    if (proof.ok) return proven(ctx, 'code')
    return refused(ctx, 'code', proof.error.reason === 'locked' ? proof.error.seconds : null)
  }

  async passkeyOptions({ session, person, response }: HttpContext) {
    return response.json(await authenticationOptions(session, person.factors))
  }

  async passkey(ctx: HttpContext) {
    const { response } = await ctx.request.validateUsing(assertionValidator)
    const right = await provePasskey(ctx.session, ctx.person.factors, { ...response, clientExtensionResults: {} })
    if (right) return proven(ctx, 'passkey')
    await ctx.person.factors.record('factor.refused')
    return refused(ctx, 'passkey', null)
  }

  /** Step-up of who has no factor (DECISIONS 12); worth nothing where one exists or is owed. */
  async password(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(passwordProofValidator)
    const { person, request } = ctx
    if (ctx.gate || person.hasFactor) return refused(ctx, 'password', null)
    const account = `${person.base}/${person.email}`
    const seconds = await lockedFor(account, request.ip())
    if (seconds > 0) return refused(ctx, 'password', seconds)
    if (await verifyPassword(await person.factors.passwordHash(), password)) {
      await forgetFailures(account, request.ip())
      return proven(ctx, 'password')
    }
    await countFailure(account, request.ip())
    return refused(ctx, 'password', null)
  }
}

async function waysOf({ person }: HttpContext) {
  const passkeys = (await person.factors.passkeys()).length > 0
  const code = (await person.factors.totp()) !== null
  const recovery = (await person.factors.recoveryLeft()) > 0
  return { code, recovery, passkey: passkeys, password: !code && !passkeys, passkeyOrigin }
}

async function proven(ctx: HttpContext, method: 'code' | 'passkey' | 'password') {
  const { session, person, gate, response } = ctx
  const next = backTo(session.pull(gate ? 'intended' : 'return', null), person.base) ?? person.home
  if (gate) await completeSignIn(ctx, person, method)
  else stepUp(ctx, method !== 'password')
  return response.json({ next })
}

function refused({ i18n, response }: HttpContext, field: 'code' | 'passkey' | 'password', seconds: number | null) {
  const sentence =
    seconds === null
      ? i18n.t(`identity.wrong_${field}`)
      : i18n.t('session.notice_locked', { minutes: Math.max(1, Math.ceil(seconds / 60)) })
  return response.status(seconds === null ? 422 : 429).json({ errors: { [field]: sentence } })
}

/** Only back into the same surface: nobody is sent elsewhere by a link (ASVS 3.7). */
function backTo(path: unknown, base: string): string | null {
  return typeof path === 'string' && path.startsWith(`${base}/`) && !/[\\\r\n]/.test(path) && path.length < 1000
    ? path
    : null
}
