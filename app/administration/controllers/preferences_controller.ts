import type { HttpContext } from '@adonisjs/core/http'
import { keepChosenLocale } from '#platform/http/chosen_locale'
import { execute } from '#platform/tenancy/database'

/** The reader's language: kept on this device, and on the officer's row where one is signed in. */
export default class PreferencesController {
  async locale(ctx: HttpContext) {
    const locale = await keepChosenLocale(ctx)
    if (locale && ctx.officer)
      await execute(`update tenant.officers set locale = ? where id = ?`, [locale, ctx.officer.id])
    return ctx.response.redirect().status(303).back()
  }
}
