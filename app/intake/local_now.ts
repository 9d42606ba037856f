import type { LocalTime } from '#core/kernel/instant'

/** A moment by the clock of a time zone, to the minute: `2026-11-22T08:15`. */
export const localTimeIn = (timezone: string, at: Date): LocalTime =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T')
