import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_COOKIE } from '#platform/http/locale_middleware'
import { localesOffered } from '#platform/plugins/translations'
import { execute } from '#platform/tenancy/database'
import { localeValidator } from '../validators/sign_in.js'

/** The reader's language: kept on this device, and on the officer's row where one is signed in. */
export default class PreferencesController {
  async locale(ctx: HttpContext) {
    const { request, response, officer } = ctx
    const { locale } = await request.validateUsing(localeValidator)
    if (localesOffered().includes(locale)) {
      response.plainCookie(LOCALE_COOKIE, locale, {
        encode: false,
        maxAge: '365d',
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
      })
      if (officer) await execute(`update tenant.officers set locale = ? where id = ?`, [locale, officer.id])
    }
    return response.redirect().status(303).back()
  }
}
