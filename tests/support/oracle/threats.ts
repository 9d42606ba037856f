import { THREATS } from '#core/indicators/definition'
import type { AssessmentResult, Caps, Cuts } from '#core/assessment/assessment'
import type { CodeClaims } from './merge.js'
import { threatOrder } from '#core/assessment/order'
import { weighHits, weighUpTo } from './weigh.js'

type Threats = AssessmentResult['threats']
type Alerts = AssessmentResult['alerts']
type Alert = Alerts[number]

/** Strongest first; ties in the order of the catalogue. */
export const threatsOf = (codes: readonly CodeClaims[], caps: Caps): Threats => {
  const hits = codes.flatMap((code) => code.hits)
  return THREATS.filter((threat) => hits.some((hit) => hit.threat === threat))
    .map((threat) => ({
      threat,
      score: weighHits(codes, threat, caps).score,
      hard: hits.some((hit) => hit.threat === threat && hit.subject.hard),
    }))
    .filter(({ score, hard }) => score > 0 || hard)
    .sort((a, b) => b.score - a.score || threatOrder(a.threat, b.threat))
}

/**
 * DECISIONS 17: a threat that reaches the threshold or is hard; the strongest when only the total
 * reaches it; and, when nothing else is due, the likeliest one where "could be up to" reaches the high cut.
 */
export const alertsOf = (
  codes: readonly CodeClaims[],
  weighed: { readonly score: number; readonly upTo: number; readonly threats: Threats },
  cuts: Cuts,
  caps: Caps
): Alerts => {
  const due = weighed.threats.flatMap(({ threat, score, hard }): Alert[] =>
    hard ? [{ threat, because: 'hard' }] : score >= cuts.alert ? [{ threat, because: 'threshold' }] : []
  )
  const strongest = weighed.threats[0]
  if (due.length === 0 && weighed.score >= cuts.alert && strongest)
    return [{ threat: strongest.threat, because: 'total' }]
  if (due.length === 0 && weighed.upTo >= cuts.high) return likeliest(codes, caps)
  return due
}

const likeliest = (codes: readonly CodeClaims[], caps: Caps): Alerts => {
  const claimed = new Set(codes.flatMap((code) => [...code.hits, ...code.unknowns]).map((claim) => claim.threat))
  const best = [...claimed]
    .map((threat) => ({ threat, upTo: weighUpTo(codes, threat, caps) }))
    .sort((a, b) => b.upTo - a.upTo || threatOrder(a.threat, b.threat))[0]
  return best === undefined ? [] : [{ threat: best.threat, because: 'could_be' }]
}
