import type { Fields } from '#sdk'

/** What the administration chooses: the law's figures, until it changes. */
export const FIELDS = {
  seaHours: { kind: 'decimal', label: 'jamaica.setting_sea_hours', default: 24, min: 0.25, max: 240 },
  airHours: { kind: 'decimal', label: 'jamaica.setting_air_hours', default: 0.25, min: 0.05, max: 24 },
} as const satisfies Fields
