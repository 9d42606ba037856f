import { HOUR, type Instant } from '../kernel/instant.js'

/** Hours after which a decision is worth half as much attention as one that is due now. */
export const HALF_WORTH_HOURS = 6
/** What is not known to arrive is ordered as if it were due in so many hours, and says so. */
export const UNKNOWN_ARRIVAL_HOURS = 24
/** Where there are no free places an order cannot be carried out, but a dismissal still can. */
export const LEAST_CAPACITY = 0.25

/** What the value of attention is made of; times in hours. */
export interface Attention {
  readonly value: number
  readonly score: number
  /** 0 when the time to decide is over; `null`: arrival not known. */
  readonly hoursLeft: number | null
  readonly time: number
  /** Free places for each undecided alert of the port, between a quarter and 1; `null`: no places are planned there. */
  readonly capacity: number | null
}

/** By when a decision is useful: the arrival minus the time an inspection needs to be made ready. */
export const decideBy = (arrival: Instant | null, leadMinutes: number): Instant | null =>
  arrival === null ? null : arrival - leadMinutes * 60_000

/**
 * How much one decision is worth now: score × time × capacity.
 * - time = 1 ÷ (1 + hours left ÷ 6): 1 when due, ½ six hours before, ⅕ a day before. Past its time it stays 1: goods
 *   that have not left can still be stopped.
 * - capacity = free places ÷ undecided alerts of the port until then, within ¼ and 1; 1 where nothing is planned.
 */
export function attention(
  score: number,
  due: Instant | null,
  places: { readonly free: number; readonly undecided: number } | null,
  now: Instant
): Attention {
  const hoursLeft = due === null ? null : Math.max(0, (due - now) / HOUR)
  const time = 1 / (1 + (hoursLeft ?? UNKNOWN_ARRIVAL_HOURS) / HALF_WORTH_HOURS)
  const capacity = places === null ? null : shareOf(places)
  return { value: score * time * (capacity ?? 1), score, hoursLeft, time, capacity }
}

const shareOf = ({ free, undecided }: { free: number; undecided: number }): number =>
  Math.min(1, Math.max(LEAST_CAPACITY, undecided === 0 ? 1 : free / undecided))

export interface Ranked {
  readonly id: string
  /** Ship or flight; `null`: arrival of unknown means. */
  readonly group: string | null
  readonly attention: Attention
  readonly upTo: number
}

/**
 * The order of the queue: ships by their worthiest alert, alerts of a ship by value; what is left is decided by
 * "could be up to" and the id, so that the order is the same for everybody and every time.
 */
export function inOrder<R extends Ranked>(ranked: readonly R[]): R[] {
  const best = new Map<string | null, number>()
  for (const { group, attention: own } of ranked) best.set(group, Math.max(best.get(group) ?? 0, own.value))
  return ranked.toSorted(
    (a, b) =>
      Number(a.group === null) - Number(b.group === null) ||
      best.get(b.group)! - best.get(a.group)! ||
      (a.group ?? '').localeCompare(b.group ?? '') ||
      b.attention.value - a.attention.value ||
      b.upTo - a.upTo ||
      (a.id < b.id ? -1 : 1)
  )
}
