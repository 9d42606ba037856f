import type { AnyFactKey, MissingReason } from '#core/facts/catalogue'
import type { Evidence, Nearest, Threat, Verdict } from '#core/indicators/definition'
import type { IndicatorRegistry } from '#core/indicators/registry'
import { application, canArrive, type Application } from './application.js'
import { conditionSubject, type ConditionSubject } from '#core/profiles/condition_subject'
import type { Condition, ProfileRevision } from '#core/profiles/document'
import type { Judge } from './judge.js'

/** One condition of one live profile with its answer. Claims of the same code become one reason. */
export interface Claim {
  readonly subject: ConditionSubject
  readonly threat: Threat
  /** Whole points; negative for relief. */
  readonly points: number
  readonly outcome:
    | { readonly is: 'hit'; readonly evidence: readonly Evidence[] }
    | {
        readonly is: 'unknown'
        readonly missing: AnyFactKey | `list:${string}`
        readonly why: MissingReason
        readonly canArrive: boolean
      }
    | { readonly is: 'clear'; readonly nearest: Nearest | null }
  readonly source: { readonly profile: string; readonly revision: number; readonly condition: string }
}

export type ClaimThat<Is extends Claim['outcome']['is']> = Claim & {
  readonly outcome: Extract<Claim['outcome'], { is: Is }>
}

/** What a profile has to say: nothing but its misses when it does not apply, nothing certain while that is unknown. */
export const claimsOf = (
  revision: ProfileRevision,
  judge: Judge['judge'],
  registry: IndicatorRegistry
): readonly Claim[] => {
  const { document } = revision
  const applies = application(document, judge)
  const selecting = [...document.all, ...document.any]
  const conditions = applies.is === 'does_not' ? selecting : [...selecting, ...document.adds]
  return conditions.flatMap((condition) => {
    const verdict = judge(condition)
    const outcome = outcomeOf(verdict, applies)
    if (outcome === null) return []
    const subject = conditionSubject(condition, registry)
    if (condition.points === 0 && !subject.hard) return []
    return [
      {
        subject,
        threat: document.threat,
        points: pointsOf(condition, verdict),
        outcome,
        source: sourceOf(revision, condition),
      },
    ]
  })
}

const outcomeOf = (verdict: Verdict, applies: Application): Claim['outcome'] | null => {
  if (verdict.is === 'clear') return { is: 'clear', nearest: verdict.nearest ?? null }
  if (applies.is === 'does_not') return null
  if (verdict.is === 'unknown') {
    const arrives = canArrive(verdict) && (applies.is === 'applies' || applies.canArrive)
    return { is: 'unknown', missing: verdict.missing, why: verdict.why, canArrive: arrives }
  }
  if (applies.is === 'applies') return { is: 'hit', evidence: verdict.evidence }
  const { missing, why } = applies.because
  return { is: 'unknown', missing, why, canArrive: applies.canArrive }
}

const pointsOf = (condition: Condition, verdict: Verdict): number =>
  Math.round(condition.points * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))

const sourceOf = (revision: ProfileRevision, condition: Condition): Claim['source'] => ({
  profile: revision.profile,
  revision: revision.revision,
  condition: condition.id,
})
