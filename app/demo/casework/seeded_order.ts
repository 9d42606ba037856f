import type { PlannedOrder } from './plan_inspections.js'

interface Draw {
  day: string
  kid: string
  commitment: string
  candidates: readonly string[]
}
/** `draw` and `inspector` where somebody went; who waits is drawn like any other. */
export type Numbered = PlannedOrder & {
  id: string
  number: number
  site: string
  inspector: string | null
  draw: Draw | null
}

export const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
