import { ringBy } from '#platform/queue/doorbell'

/** Who has a case or a task is told alone so long; then the lead is told as well. */
export const GRACE_MINUTES = 30
/** Arrivals move without a word to cases, so open ones are looked at again this often. */
export const LOOK_AGAIN_MS = 15 * 60_000
const SOON_MS = 60_000

/** Something in cases has a time now: the clock looks within a minute what it is. */
export const windClock = (): Promise<void> => ringBy('cases', new Date(Date.now() + SOON_MS))
