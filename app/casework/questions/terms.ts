import { rows } from '#platform/tenancy/database'
import { SHORTEST_DEADLINE, type CountedFrom, type QuestionKind } from './codes.js'

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

/** Where the administration says nothing: hours for a ship, minutes before a flight (ROLES_AND_WORKFLOW 5.4 D). */
const DEFAULT_TERMS: Readonly<Record<QuestionKind, QuestionTerms>> = {
  rfi: { countedFrom: 'arrival', minutes: 24 * 60, remindMinutes: 240, codes: {} },
  rfs: { countedFrom: 'departure', minutes: 120, remindMinutes: 30, codes: {} },
  dnl: { countedFrom: 'asked', minutes: 30, remindMinutes: 10, codes: {} },
}

export async function questionTerms(): Promise<Record<QuestionKind, QuestionTerms>> {
  const kept = await rows<QuestionTerms & { kind: QuestionKind }>(
    `select kind, counted_from as "countedFrom", minutes, remind_minutes as "remindMinutes", codes from tenant.question_terms`
  )
  const terms = kept.map(({ kind, ...rest }) => [kind, rest] as const)
  return { ...DEFAULT_TERMS, ...Object.fromEntries(terms) }
}

/** When the conveyance with the cargo is here and gone, as far as that is known. */
export interface Journey {
  arrives: Date | null
  departs: Date | null
}

/**
 * When an answer is due. Where the arrival or departure is not known it is counted from now; never sooner than
 * `SHORTEST_DEADLINE` minutes from now, since nobody answers what is overdue as it is asked.
 */
export function defaultDeadline({ countedFrom, minutes }: QuestionTerms, journey: Journey, now: Date): Date {
  const from = countedFrom === 'arrival' ? journey.arrives : countedFrom === 'departure' ? journey.departs : null
  const due = from === null ? now.getTime() + minutes * MINUTE : from.getTime() - minutes * MINUTE
  return new Date(Math.max(due, now.getTime() + SHORTEST_DEADLINE * MINUTE))
}

/** When the filer is reminded; `null`: not at all, there is no time left for it. */
export function reminderAt(due: Date, { remindMinutes }: QuestionTerms, now: Date): Date | null {
  const at = due.getTime() - remindMinutes * MINUTE
  return remindMinutes > 0 && at > now.getTime() ? new Date(at) : null
}

export const MINUTE = 60_000
