import { pluginRegistry } from './registry.js'

export const CORE_LOCALES = ['en', 'fr', 'es', 'ar']

/** Names of languages in themselves; a plugin's language adds its own. */
const OWN_NAMES: Record<string, string> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' }

export const localesOffered = (): string[] => [...new Set([...CORE_LOCALES, ...pluginRegistry.locales()])]

export const languagesOffered = (): { code: string; name: string }[] =>
  localesOffered().map((code) => ({
    code,
    name: OWN_NAMES[code] ?? new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
  }))

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  ['ar', 'dv', 'fa', 'he', 'ur'].includes(locale) ? 'rtl' : 'ltr'

/** Loader of @adonisjs/i18n: texts of every plugin of the build, keys prefixed by the plugin's id. */
export const pluginLoader = () => ({ load: () => pluginRegistry.translations() })
