import i18nManager from '@adonisjs/i18n/services/main'
import type { Said } from '../content.js'

export type Params = Readonly<Record<string, string | number>>

/** Texts of one language, and times as a court wants them: in the administration's zone and in UTC. */
export class Words {
  readonly #i18n
  readonly #clock

  constructor(locale: string, timezone: string) {
    this.#i18n = i18nManager.locale(locale)
    this.#clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: timezone })
  }

  t = (key: string, params: Params = {}): string => this.#i18n.t(key, { ...params })

  said = ({ key, params }: Said): string => this.t(key, params)

  /** A code of a closed list; one that has no words stands as it is. */
  code = (prefix: string, code: string | null): string | null =>
    code === null ? null : this.#i18n.hasMessage(`${prefix}${code}`) ? this.t(`${prefix}${code}`) : code

  own = (words: { key: string } | { text: string } | null): string | null =>
    words === null ? null : 'key' in words ? this.t(words.key) : words.text

  /** `2026-11-22 10:03:05`, in the administration's zone. */
  local = (at: string | null): string | null => (at === null ? null : this.#clock.format(new Date(at)))

  /** `2026-11-22T15:03:05Z` */
  utc = (at: string | null): string | null => at?.replace(/\.\d+Z$/, 'Z') ?? null
}

/** Parts that are there, one after the other. */
export const joined = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')
