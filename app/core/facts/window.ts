import { DAY, type Instant } from '../kernel/instant.js'

/** History facts look back 24 months, counted as 730 days before the first registration. */
export const HISTORY_WINDOW = 730 * DAY
export const TWELVE_MONTHS = 365 * DAY
export const NINETY_DAYS = 90 * DAY
export const THIRTY_DAYS = 30 * DAY

/** The UTC day of an instant, as the instant it begins. */
export const startOfDay = (at: Instant): Instant => Math.floor(at / DAY) * DAY

/** A window begins with the UTC day it reaches back to, and ends just before the instant itself. */
export const windowStart = (filedAt: Instant, window: number): Instant => startOfDay(filedAt - window)

export const historyWindowStart = (filedAt: Instant): Instant => windowStart(filedAt, HISTORY_WINDOW)
