import type { AssessmentResult, Caps, Cuts } from '../assessment/assessment.js'
import { bandOf } from '../assessment/band.js'
import { factReader } from '../facts/fact.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch } from '../matching/watch_list.js'
import type { FactCondition, ProfileRevision } from '../profiles/document.js'
import { judgeFact } from '../profiles/judge_fact.js'
import type { CompiledProfiles } from './compile.js'
import { Part } from './part.js'
import { Claims, type Answer } from './weigh/claims.js'
import type { Inputs } from './weigh/questions.js'
import { clearsOf, reasonsOf, unknownsOf } from './weigh/reasons.js'
import { alertsOf, threatsOf } from './weigh/threats.js'
import { totalOf, weightOfHits, weightUpTo } from './weigh/total.js'

export interface Weights {
  readonly cuts: Cuts
  readonly caps: Caps
}

const NONE: ReadonlySet<number> = new Set()

/**
 * The only evaluator: live, replayed, in shadow and in benches. It finds the profiles that apply to a consignment or
 * might, and weighs what they claim. One consignment at a time; it keeps nothing of it.
 */
export class Engine {
  readonly #main: Part

  /** @throws when a profile names an indicator that the registry lacks. */
  constructor(
    compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry
  ) {
    this.#main = new Part(compiled, revisions, registry)
  }

  /**
   * Weighs one consignment revision (DECISIONS 14, 15, 17). The same inputs give the same result, to the bit.
   * @throws when an indicator reads what it does not declare.
   */
  assess(inputs: Inputs & Weights): AssessmentResult {
    const { caps, cuts } = inputs
    const reader = factReader(inputs.facts)
    const answer: Answer = (asked) =>
      asked.question < 0 ? judgeFact(asked.condition as FactCondition, reader) : this.#main.verdict(asked)
    const claims = new Claims(answer)
    const matches = new Map<string, WatchListMatch>()
    this.#main.match(inputs)
    this.#main.claim(claims, matches, NONE)
    const { codes } = claims
    const total = totalOf(codes.map(weightOfHits), caps)
    const { score } = total
    const upTo = totalOf(codes.map(weightUpTo), caps).score
    const threats = threatsOf(codes, caps)
    return {
      score,
      upTo,
      band: bandOf(score, upTo, cuts),
      reasons: reasonsOf(codes, answer, caps),
      ...unknownsOf(codes, total),
      clears: clearsOf(codes, answer),
      threats,
      matches: [...matches].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, match]) => match),
      alerts: alertsOf(codes, { score, upTo, threats }, cuts, caps),
    }
  }
}
