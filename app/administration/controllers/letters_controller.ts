import type { HttpContext } from '@adonisjs/core/http'
import {
  accountOfLink,
  disownDevice,
  requestPasswordReset,
  resetPassword,
  type ResetAccount,
} from '../actions/reset_password.js'
import { forgotValidator, resetValidator } from '../validators/letters.js'

/** Where this account signs in; who it is we do not know: with the officers. */
const signIn = ({ administration }: HttpContext, account: ResetAccount | null = null) =>
  `/a/${administration!.code}${account?.filer ? '/filer' : ''}/sign-in`

/** What links from letters open, and asking for one. */
export default class LettersController {
  async forgot(ctx: HttpContext) {
    const sent = ctx.request.qs().sent === '1'
    return ctx.inertia.render('session/forgot', { signInPath: signIn(ctx), name: ctx.administration!.name, sent })
  }

  async requestReset({ request, response, administration }: HttpContext) {
    const { email } = await request.validateUsing(forgotValidator)
    await requestPasswordReset(email)
    return response.redirect().status(303).toPath(`/a/${administration!.code}/forgot?sent=1`)
  }

  async reset(ctx: HttpContext) {
    const account = await accountOfLink('password_reset', String(ctx.params.token))
    return ctx.inertia.render('session/reset', {
      signInPath: signIn(ctx, account),
      path: ctx.request.url(),
      good: account !== null,
    })
  }

  async storeReset(ctx: HttpContext) {
    const { request, response, session, i18n, params } = ctx
    const { password } = await request.validateUsing(resetValidator)
    const result = await resetPassword(String(params.token), password)
    if (result.ok)
      return response
        .redirect()
        .status(303)
        .toPath(`${signIn(ctx, result.value)}?notice=reset`)
    if (result.error.reason === 'password')
      session.flash('inputErrorsBag', { password: [i18n.t(`identity.password_${result.error.fault}`)] })
    return response.redirect().status(303).toPath(request.url())
  }

  async notMe(ctx: HttpContext) {
    const account = await accountOfLink('new_device', String(ctx.params.token))
    return ctx.inertia.render('session/not_me', {
      signInPath: signIn(ctx, account),
      path: ctx.request.url(),
      good: account !== null,
    })
  }

  async storeNotMe(ctx: HttpContext) {
    const account = await accountOfLink('new_device', String(ctx.params.token))
    const result = await disownDevice(String(ctx.params.token))
    const to = result.ok ? `${signIn(ctx, account)}?notice=not_me` : ctx.request.url()
    return ctx.response.redirect().status(303).toPath(to)
  }
}
