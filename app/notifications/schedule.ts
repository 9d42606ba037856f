import { DateTime } from 'luxon'

/** When one officer wants to be left alone, and when to be told what gathered. */
export interface Schedule {
  /** IANA name. */
  timezone: string
  quiet: Quiet | null
  /** What is urgent may come in quiet hours when its ship berths soon. */
  breakThrough: boolean
  /** Local hours of the digest: one, or one for each shift. */
  digestHours: readonly number[]
  sound: boolean
}

export interface Quiet {
  /** Minutes of the local day; an end before the beginning is on the next day. */
  from: number
  until: number
  /** Days on which it begins, Monday = 1. */
  days: readonly number[]
}

export const DEFAULT_DIGEST_HOURS: readonly number[] = [7]
/** Nearer than this a berthing may break quiet hours. */
export const SOON_MS = 2 * 60 * 60_000

/** A stored zone that the tables of this build do not know is read as UTC. */
const localTime = (at: Date, timezone: string) => {
  const local = DateTime.fromJSDate(at).setZone(timezone)
  return local.isValid ? local : DateTime.fromJSDate(at).toUTC()
}

/** This wall-clock time of that day; one that the clocks skip is read after the jump. */
const onDay = (day: DateTime, minutes: number) => day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })

/** End of the quiet hours that `at` lies in, else `null`. */
export function quietUntil(at: Date, { quiet, timezone }: Pick<Schedule, 'quiet' | 'timezone'>): Date | null {
  if (!quiet || quiet.days.length === 0) return null
  let end: Date | null = null
  // Spans may touch where the clocks change; they are one silence then.
  for (let touching = 0; touching < 8; touching++) {
    const next = spanEnd(end ?? at, quiet, timezone)
    if (!next) return end
    end = next
  }
  return end
}

function spanEnd(at: Date, quiet: Quiet, timezone: string): Date | null {
  const today = localTime(at, timezone).startOf('day')
  for (const day of [today.minus({ days: 1 }), today]) {
    if (!quiet.days.includes(day.weekday)) continue
    const from = onDay(day, quiet.from)
    const until = onDay(quiet.until > quiet.from ? day : day.plus({ days: 1 }), quiet.until)
    if (from.toMillis() <= at.getTime() && at.getTime() < until.toMillis()) return until.toJSDate()
  }
  return null
}

/** When a mail about this may leave: now, or after quiet hours, or when its ship is near enough to break them. */
export function mailableAt(now: Date, told: { urgent: boolean; berthAt: Date | null }, schedule: Schedule): Date {
  const end = quietUntil(now, schedule)
  if (!end) return now
  if (!schedule.breakThrough || !told.urgent || !told.berthAt) return end
  const near = told.berthAt.getTime() - SOON_MS
  if (now.getTime() > told.berthAt.getTime() + SOON_MS) return end
  return new Date(Math.min(end.getTime(), Math.max(now.getTime(), near)))
}

/** The last moment at or before `at` at which a digest was due. */
export const lastDigest = (at: Date, schedule: Pick<Schedule, 'timezone' | 'digestHours'>): Date =>
  digestsAround(at, schedule).findLast((each) => each.getTime() <= at.getTime())!

/** The first moment after `at` at which a digest is due. */
export const nextDigest = (at: Date, schedule: Pick<Schedule, 'timezone' | 'digestHours'>): Date =>
  digestsAround(at, schedule).find((each) => each.getTime() > at.getTime())!

function digestsAround(at: Date, { timezone, digestHours }: Pick<Schedule, 'timezone' | 'digestHours'>): Date[] {
  const today = localTime(at, timezone).startOf('day')
  return [-2, -1, 0, 1, 2]
    .flatMap((days) => digestHours.map((hour) => onDay(today.plus({ days }), hour * 60).toJSDate()))
    .sort((a, b) => a.getTime() - b.getTime())
}
