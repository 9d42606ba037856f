import { rows } from '#platform/tenancy/database'
import type { QuestionKind } from './codes.js'
import type { QuestionTerms } from './deadlines.js'

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
