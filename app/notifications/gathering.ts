import { mailableAt, nextDigest, type Schedule } from './schedule.js'

/** A kind is mailed once in this time at most; what comes meanwhile is counted in the next mail. */
export const GATHER_MS = 10 * 60_000

/** Attempts grow apart; while the mail server is away a mail is never given up. */
const FIRST_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 60 * 60_000
/** A mail that a reachable server refuses is tried this often. */
export const REFUSED_ATTEMPTS = 3

export const retryAfter = (attempts: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1))

export interface Pending {
  mail: 'now' | 'digest'
  urgent: boolean
  berthAt: Date | null
  createdAt: Date
}

/**
 * When this may be put into a mail at the earliest, seen from `now`: a digest at the first of its
 * hours after it happened, the rest after quiet hours and not sooner than ten minutes after the last
 * mail of its kind.
 */
export function dueAt(now: Date, pending: Pending, schedule: Schedule, lastMailed: Date | null): Date {
  if (pending.mail === 'digest') return nextDigest(pending.createdAt, schedule)
  const gathered = new Date(Math.max(now.getTime(), (lastMailed?.getTime() ?? -GATHER_MS) + GATHER_MS))
  return mailableAt(gathered, pending, schedule)
}
