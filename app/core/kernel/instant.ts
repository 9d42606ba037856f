/** Milliseconds since 1970-01-01T00:00:00Z. Core never reads a clock: instants are handed in. */
export type Instant = number

/**
 * A date or time as a message writes it: `2026-11-26`, `2026-11-26T08:00`, or with an
 * offset `2026-11-26T08:00-05:00`. Without an offset it is local to the port or
 * administration concerned; `toInstant` in `local_time.ts` needs the IANA zone then.
 */
export type LocalTime = string

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
