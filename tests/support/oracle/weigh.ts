import type { Threat } from '#core/indicators/definition'
import type { ClaimThat } from './claim.js'
import type { CodeClaims } from './merge.js'
import { waterfallOrder } from '#core/assessment/order'
import type { Caps } from '#core/assessment/assessment'
import { tally, type Weight } from './tally.js'

type Scoring = ClaimThat<'hit'> | ClaimThat<'unknown'>

/** Claims that count for a threat; relief for all threats relieves each. `null` is the total. */
const counts = (threat: Threat | null) => (claim: Scoring) =>
  threat === null || claim.threat === threat || (claim.threat === 'ALL' && claim.points < 0)

/** The weight of a code from its hits and, for "could be up to", from unknowns that can still arrive. */
const weightOf = (
  code: CodeClaims,
  claims: readonly Scoring[]
): (Weight & { layer: ClaimThat<'hit'>['subject']['layer'] })[] => {
  const first = claims[0]
  if (first === undefined) return []
  const points = Math.max(...claims.map((claim) => claim.points))
  const hard = claims.some((claim) => claim.subject.hard)
  return [{ code: code.code, group: first.subject.group, layer: first.subject.layer, points, hard }]
}

const hopeful = (code: CodeClaims): readonly ClaimThat<'unknown'>[] =>
  code.unknowns.filter((claim) => claim.outcome.canArrive && claim.points > 0)

export const weighHits = (codes: readonly CodeClaims[], threat: Threat | null, caps: Caps) =>
  tally(codes.flatMap((code) => weightOf(code, code.hits.filter(counts(threat)))).sort(waterfallOrder), caps)

/** Score if every unknown (or the one code's) that can still arrive were true. Relief in doubt is not granted. */
export const weighUpTo = (codes: readonly CodeClaims[], threat: Threat | null, caps: Caps, only?: string): number => {
  const weights = codes.flatMap((code) => {
    const open = only === undefined || only === code.code ? hopeful(code) : []
    return weightOf(code, [...code.hits, ...open].filter(counts(threat)))
  })
  return tally(weights.sort(waterfallOrder), caps).score
}
