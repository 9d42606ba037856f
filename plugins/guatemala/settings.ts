import type { Fields } from '#sdk'

/** What the administration chooses. */
export const FIELDS = {
  seaHours: { kind: 'decimal', label: 'guatemala.setting_sea_hours', default: 24, min: 0.25, max: 240 },
} as const satisfies Fields
