import type { FactSnapshot } from '../facts/catalogue.js'
import type { ReferenceLists } from '../indicators/reference_lists.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatcher } from '../matching/watch_list.js'
import type { ProfileRevision } from '../profiles/document.js'
import type { AssessmentResult, Cuts } from './assessment.js'
import { bandOf } from './band.js'
import { claimsOf } from './claim.js'
import { judgeOf } from './judge.js'
import { byCode } from './merge.js'
import { clearsOf, reasonsOf, unknownsOf } from './reasons.js'
import type { Caps } from './tally.js'
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
 * Weighs one consignment revision (DECISIONS 14, 15, 17). Pure: the same inputs give the same result, to the bit.
 * @throws when a profile names an indicator that the registry lacks, or an indicator reads what it does not declare.
 */
export const assess = (input: AssessInput): AssessmentResult => {
  const { caps, cuts, registry } = input
  const { judge, matches } = judgeOf(input)
  const codes = byCode(input.profiles.flatMap((revision) => claimsOf(revision, judge, registry)))
  const reasons = reasonsOf(codes, caps)
  const score = reasons.reduce((sum, reason) => sum + reason.counted, 0)
  const upTo = weighUpTo(codes, null, caps)
  const threats = threatsOf(codes, caps)
  return {
    score,
    upTo,
    band: bandOf(score, upTo, cuts),
    reasons,
    unknowns: unknownsOf(codes, caps, score),
    clears: clearsOf(codes),
    threats,
    matches: matches(),
    alerts: alertsOf(codes, { score, upTo, threats }, cuts, caps),
  }
}
