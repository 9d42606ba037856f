import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { localesOffered } from '#platform/plugins/translations'
import { LOCALE_COOKIE } from './locale_middleware.js'

const validator = vine.create({ locale: vine.string().maxLength(12) })

/** Keeps the language asked for on this device; `null` for one that is not offered. */
export async function keepChosenLocale({ request, response }: HttpContext): Promise<string | null> {
  const { locale } = await request.validateUsing(validator)
  if (!localesOffered().includes(locale)) return null
  response.plainCookie(LOCALE_COOKIE, locale, {
    encode: false,
    maxAge: '365d',
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
  })
  return locale
}
