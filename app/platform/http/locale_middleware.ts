import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'
import type { I18n } from '@adonisjs/i18n'
import { localesOffered } from '#platform/plugins/translations'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    i18n: I18n
  }
}

export const LOCALE_COOKIE = 'lf_locale'

/** The language chosen on this device, else the officer's, else the browser's, else the administration's. */
export function localeOf(ctx: HttpContext): string {
  const offered = localesOffered()
  const chosen = [
    ctx.request.plainCookie(LOCALE_COOKIE, { encoded: false }),
    ctx.officer?.locale,
    ctx.filer?.locale,
    ctx.operator?.locale,
  ]
  return (
    chosen.find((code) => code && offered.includes(code)) ??
    ctx.request.language(offered) ??
    ctx.administration?.locale ??
    'en'
  )
}

export default class LocaleMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.i18n = i18nManager.locale(localeOf(ctx))
    if ('view' in ctx) ctx.view.share({ i18n: ctx.i18n })
    return next()
  }
}
