import type { FactSnapshot } from '#core/facts/catalogue'
import type { ReferenceLists } from '#core/indicators/reference_lists'
import type { IndicatorRegistry } from '#core/indicators/registry'
import type { WatchListMatcher } from '#core/matching/watch_list'
import type { ProfileRevision } from '#core/profiles/document'
import type { AssessmentResult, Caps, Cuts } from '#core/assessment/assessment'
import { bandOf } from '#core/assessment/band'
import { MOST_UNKNOWNS } from '#core/engine/weigh/unknowns'
import { application } from './application.js'
import { claimsOf } from './claim.js'
import { judgeOf } from './judge.js'
import { byCode } from './merge.js'
import { clearsOf, listed, reasonsOf, unknownsOf } from './reasons.js'
import { alertsOf, threatsOf } from './threats.js'
import { weighUpTo } from './weigh.js'

export interface AssessInput {
  readonly facts: FactSnapshot
  /** The live revisions; their order changes nothing. */
  readonly profiles: readonly ProfileRevision[]
  readonly registry: IndicatorRegistry
  readonly lists: ReferenceLists
  /** Already bound to the instant of the assessment. */
  readonly watchLists: WatchListMatcher
  readonly cuts: Cuts
  readonly caps: Caps
}

/**
 * What the engine has to answer, written to be read and not to be fast: every profile, every condition, one after the other.
 * Nothing in the product calls it.
 */
export const naiveAssess = (input: AssessInput): AssessmentResult => {
  const { caps, cuts, registry } = input
  const first = judgeOf(input)
  const live = input.profiles.filter(({ document }) => application(document, first.judge).is !== 'does_not')
  const { judge, matches } = judgeOf(input)
  const codes = byCode(live.flatMap((revision) => claimsOf(revision, judge, registry)))
  const reasons = reasonsOf(codes, caps)
  const score = reasons.reduce((sum, reason) => sum + reason.counted, 0)
  const upTo = weighUpTo(codes, null, caps)
  const threats = threatsOf(codes, caps)
  return {
    score,
    upTo,
    band: bandOf(score, upTo, cuts),
    reasons,
    ...listed(unknownsOf(codes, caps, score), MOST_UNKNOWNS),
    clears: clearsOf(codes),
    threats,
    matches: matches(),
    alerts: alertsOf(codes, { score, upTo, threats }, cuts, caps),
  }
}
