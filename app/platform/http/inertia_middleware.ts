import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'
import inertia from '@adonisjs/inertia/inertia_middleware'
import { developmentSurface } from '#config/app'
import { roleName } from '#platform/access/role_name'
import { referenceData } from '#platform/reference/service'
import { portsInScope } from '#platform/tenancy/unit_scope'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { letterheadOf } from '#platform/plugins/letterhead'
import { directionOf, languagesOffered } from '#platform/plugins/translations'
import { isPortal } from './portal.js'
import { navigationFor, operatorNavigation } from './navigation.js'

/** The closed list of props every page gets (T23); `resources/props/shared.ts` is its type. */
export default class InertiaMiddleware extends inertia {
  override async share(ctx: HttpContext) {
    const locale = ctx.i18n?.locale ?? 'en'
    const { administration, officer, filer, operator } = ctx
    const texts = () => i18nManager.getTranslations()[locale] ?? {}
    const portal = isPortal(ctx.request.url())
    const plugins = officer && administration ? await enabledPlugins() : []
    return {
      locale: { code: locale, dir: directionOf(locale), timezone: administration?.timezone ?? 'UTC' },
      languages: languagesOffered(),
      messages: portal
        ? ctx.inertia.once(() => portalTexts(texts()), { key: `messages:portal:${locale}` })
        : ctx.inertia.once(texts, { key: `messages:${locale}` }),
      administration: administration
        ? {
            code: administration.code,
            name: administration.name,
            place: placesInScope(),
            letterhead: [...letterheadOf(plugins, administration.country)],
            demonstration: administration.demo,
          }
        : null,
      user: officer
        ? {
            id: officer.id,
            name: officer.name,
            role: officer.roles.map((role) => roleName(ctx.i18n, role)).join(', '),
            permissions: [...officer.permissions].sort(),
          }
        : filer
          ? { id: filer.id, name: filer.name, role: filer.sender, permissions: [] }
          : operator
            ? { id: operator.id, name: operator.name, role: ctx.i18n.t('access.role_operator'), permissions: [] }
            : null,
      navigation:
        officer && administration
          ? navigationFor(administration.code, officer, plugins)
          : operator
            ? operatorNavigation()
            : [],
      flash: ctx.session?.flashMessages.get('flash') ?? null,
      development: developmentSurface,
      errors: this.getValidationErrors(ctx),
    } as never
  }

  async handle(ctx: HttpContext, next: NextFn) {
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}

/** What the filers' portal is written with: words of weighing and of plugins stay with the officers. */
const PORTAL_TEXTS = /^(?:common|session|identity|questions|errors)\./
const portalTexts = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => PORTAL_TEXTS.test(key)))

/** So that an officer of a unit knows that there is more than is shown. */
const placesInScope = () =>
  portsInScope()
    ?.map((port) => referenceData().place(port)?.name ?? port)
    .join(', ') ?? null
