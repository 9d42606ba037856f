import { randomInt } from 'node:crypto'
import { HOUR } from '#core/kernel/instant'

/** Tried over about six hours; after that a person looks at why. */
export const MOST_ATTEMPTS = 12
const FIRST_MS = 15_000

/** Milliseconds until the next attempt: twice as long each time, at most an hour, less up to a half by chance. */
export function retryAfter(attempts: number): number {
  const whole = Math.min(FIRST_MS * 2 ** (attempts - 1), HOUR)
  return whole - randomInt(Math.floor(whole / 2))
}
