import type { Fault } from './fault.js'

/** A fault nobody met again for so long is taken to be over. */
const LASTS_MS = 30_000

const seen = new Map<Fault, { since: Date; last: number }>()

/** Faults that could not be written down where all processes read them, because the database itself is full or away. */
export const unwritten = {
  note(fault: Fault): void {
    const known = seen.get(fault)
    const lasts = known && performance.now() - known.last < LASTS_MS
    seen.set(fault, { since: lasts ? known.since : new Date(), last: performance.now() })
  },
  /** The same, where it is known already. */
  again(fault: Fault): void {
    if (seen.has(fault)) this.note(fault)
  },
  clear(fault: Fault): void {
    seen.delete(fault)
  },
  all(): { code: Fault; since: Date }[] {
    return [...seen]
      .filter(([, { last }]) => performance.now() - last < LASTS_MS)
      .map(([code, { since }]) => ({ code, since }))
  },
}
