import type { HttpContext } from '@adonisjs/core/http'
import { whoseLink } from '#platform/identity/letters'
import { disownDevice, requestPasswordReset, resetPassword } from '../actions/reset_password.js'
import { forgotValidator, resetValidator } from '../validators/letters.js'

const signIn = ({ administration }: HttpContext) => `/a/${administration!.code}/sign-in`

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
    const good = (await whoseLink('password_reset', String(ctx.params.token))) !== null
    return ctx.inertia.render('session/reset', { signInPath: signIn(ctx), path: ctx.request.url(), good })
  }

  async storeReset(ctx: HttpContext) {
    const { request, response, session, i18n, params } = ctx
    const { password } = await request.validateUsing(resetValidator)
    const result = await resetPassword(String(params.token), password)
    if (result.ok)
      return response
        .redirect()
        .status(303)
        .toPath(`${signIn(ctx)}?notice=reset`)
    if (result.error.reason === 'password')
      session.flash('inputErrorsBag', { password: [i18n.t(`identity.password_${result.error.fault}`)] })
    return response.redirect().status(303).toPath(request.url())
  }

  async notMe(ctx: HttpContext) {
    const good = (await whoseLink('new_device', String(ctx.params.token))) !== null
    return ctx.inertia.render('session/not_me', { signInPath: signIn(ctx), path: ctx.request.url(), good })
  }

  async storeNotMe(ctx: HttpContext) {
    const result = await disownDevice(String(ctx.params.token))
    const to = result.ok ? `${signIn(ctx)}?notice=not_me` : ctx.request.url()
    return ctx.response.redirect().status(303).toPath(to)
  }
}
