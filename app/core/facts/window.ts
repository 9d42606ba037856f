import { DAY, type Instant } from '../kernel/instant.js'

/** History facts look back 24 months, counted as 730 days before the first registration. */
export const HISTORY_WINDOW = 730 * DAY

export const historyWindowStart = (filedAt: Instant): Instant => filedAt - HISTORY_WINDOW
