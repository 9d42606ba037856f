import type { MessageKey } from '#sdk'
import type { EnabledPlugin } from './enabled_plugins.js'

/**
 * Lines at the head of what an administration prints, by key: of an enabled plugin of its own country (ISO alpha-2), and
 * of none else. Empty where there is none: the name of the administration stands there then.
 */
export const letterheadOf = (enabled: readonly EnabledPlugin[], country: string): readonly MessageKey[] =>
  enabled.find(({ plugin }) => plugin.letterhead && plugin.country.code === country)?.plugin.letterhead?.lines ?? []
