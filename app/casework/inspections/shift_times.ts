import { DAY, type Instant } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'

export interface Shift {
  /** Of the first day, `HH:mm` local. */
  starts: string
  /** `HH:mm`; not after `starts` means the next day. */
  ends: string
}

/** `YYYY-MM-DD` plus days, by the calendar and not by hours. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7

/** The calendar day it is at this instant in the zone. */
export const localDay = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/**
 * When a shift of a day begins and ends. A night shift ends on the next day; where a clock change
 * falls into it, it is an hour longer or shorter, as on the wall.
 */
export function shiftWindow(day: string, { starts, ends }: Shift, zone: string): { from: Instant; until: Instant } {
  const lastDay = ends > starts ? day : addDays(day, 1)
  return { from: toInstant(`${day}T${starts}`, zone), until: toInstant(`${lastDay}T${ends}`, zone) }
}
