import { HOUR, type Instant } from '#core/kernel/instant'
import { MAX_LEAD } from './calls.js'
import type { PlannedCall } from './filing.js'
import type { Random } from './prng.js'

/**
 * When a filing for the call is sent: one to five days before arrival, one in twenty late.
 * What would lie after `now` was sent within the last hours instead: nobody files in the future.
 */
export const drawFilingTime = (random: Random, call: PlannedCall, now: Instant): Instant => {
  const lead = random.chance(0.05) ? random.between(2, 20) * HOUR : random.between(26, 130) * HOUR
  const filedAt = call.eta - Math.min(lead, MAX_LEAD)
  const recent = now - Math.round(random.between(0.2, 9) * HOUR)
  return toMinute(filedAt > now - HOUR / 5 ? recent : filedAt)
}

/** Hours after the filing it amends; may be later than `now`, then it has not happened yet. */
export const drawAmendmentTime = (random: Random, filedAt: Instant): Instant =>
  toMinute(filedAt + random.between(1, 44) * HOUR)

export const toMinute = (instant: Instant): Instant => Math.round(instant / 60_000) * 60_000
