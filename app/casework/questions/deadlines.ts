import { LONGEST_DEADLINE, SHORTEST_DEADLINE, type CountedFrom } from './codes.js'

export const MINUTE = 60_000

/** How long an administration gives a filer for one kind of question. */
export interface QuestionTerms {
  countedFrom: CountedFrom
  /** After the asking, or before the arrival or departure. */
  minutes: number
  /** A reminder so long before the deadline; 0: none. */
  remindMinutes: number
  /** The administration's own codes of replies, where it has some (`7J`). */
  codes: Readonly<Record<string, string>>
}

/** When the conveyance with the cargo is here and gone, as far as that is known. */
export interface Journey {
  arrives: Date | null
  departs: Date | null
}

/**
 * When an answer is due. Where the arrival or departure is not known it is counted from now; never sooner than
 * `SHORTEST_DEADLINE` minutes from now, since nobody answers what is overdue as it is asked, and never later than
 * `LONGEST_DEADLINE`, however far the ship is.
 */
export function defaultDeadline({ countedFrom, minutes }: QuestionTerms, journey: Journey, now: Date): Date {
  const from = countedFrom === 'arrival' ? journey.arrives : countedFrom === 'departure' ? journey.departs : null
  const due = from === null ? now.getTime() + minutes * MINUTE : from.getTime() - minutes * MINUTE
  const [soonest, latest] = [SHORTEST_DEADLINE, LONGEST_DEADLINE].map((each) => now.getTime() + each * MINUTE) as [
    number,
    number,
  ]
  return new Date(Math.min(Math.max(due, soonest), latest))
}

/** When the filer is reminded; `null`: not at all, there is no time left for it. */
export function reminderAt(due: Date, { remindMinutes }: QuestionTerms, now: Date): Date | null {
  const at = due.getTime() - remindMinutes * MINUTE
  return remindMinutes > 0 && at > now.getTime() ? new Date(at) : null
}
