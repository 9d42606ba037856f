import { HOUR, type Instant } from '../kernel/instant.js'

/** How long one alert takes, as counted over the last weeks (KPI K35). */
export interface Pace {
  readonly decisions: number
  /** Median from claim to decision; `null`: none was decided. */
  readonly minutes: number | null
}

/** Fewer than these say nothing about the next hours. */
export const ENOUGH_DECISIONS = 20

/** Undecided alerts that share one time to decide. */
export interface Waiting {
  readonly id: string
  readonly undecided: number
  readonly due: Instant | null
}

export type Clearing =
  | { readonly verdict: 'in_time'; readonly hoursOfWork: number; readonly hoursSpare: number }
  | { readonly verdict: 'short'; readonly hoursOfWork: number; readonly shortBy: number }
  | { readonly verdict: 'unknown'; readonly because: 'arrival' | 'pace' | 'nobody' }

/** Nobody decides faster for hours, whatever a few decisions in a row say. */
const LEAST_MINUTES = 0.5

/** Alerts one officer decides in an hour; `null`: too few decisions to say. */
export const perHour = ({ decisions, minutes }: Pace): number | null =>
  decisions < ENOUGH_DECISIONS || minutes === null ? null : 60 / Math.max(LEAST_MINUTES, minutes)

/**
 * Whether each ship's alerts are decided before its time to decide (B37). Officers work one queue, earliest time
 * first: what is due before a ship comes before it. Said only where it can be: with an arrival, a measured pace
 * and somebody at the desk.
 */
export function clearing(
  waiting: readonly Waiting[],
  pace: Pace,
  officers: number,
  now: Instant
): ReadonlyMap<string, Clearing> {
  const rate = perHour(pace)
  const known = waiting.filter(({ due }) => due !== null).toSorted((a, b) => a.due! - b.due!)
  const told = new Map<string, Clearing>(
    waiting.filter(({ due }) => due === null).map(({ id }) => [id, { verdict: 'unknown', because: 'arrival' }])
  )
  let before = 0
  for (const { id, undecided, due } of known) {
    before += undecided
    if (undecided === 0) told.set(id, { verdict: 'in_time', hoursOfWork: 0, hoursSpare: spare(due!, now, 0) })
    else if (rate === null) told.set(id, { verdict: 'unknown', because: 'pace' })
    else if (officers === 0) told.set(id, { verdict: 'unknown', because: 'nobody' })
    else told.set(id, verdict(undecided / rate, before / rate / officers, due!, now))
  }
  return told
}

const spare = (due: Instant, now: Instant, hours: number) => Math.max(0, (due - now) / HOUR) - hours

/** `elapsed`: hours until it and all that comes before it are decided by everybody together. */
function verdict(hoursOfWork: number, elapsed: number, due: Instant, now: Instant): Clearing {
  const left = spare(due, now, elapsed)
  return left >= 0
    ? { verdict: 'in_time', hoursOfWork, hoursSpare: left }
    : { verdict: 'short', hoursOfWork, shortBy: -left }
}
