import type { HttpContext } from '@adonisjs/core/http'
import { keepChosenLocale } from '#platform/http/chosen_locale'

/** The language of the console, kept on this device. Under the console's own path, since its session lives there. */
export default class ConsoleLocaleController {
  async update(ctx: HttpContext) {
    await keepChosenLocale(ctx)
    return ctx.response.redirect().status(303).back()
  }
}
