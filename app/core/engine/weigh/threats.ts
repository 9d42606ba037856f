import type { AssessmentResult, Caps, Cuts } from '../../assessment/assessment.js'
import { THREATS } from '../../indicators/definition.js'
import { isHopeful, type Claim, type CodeClaims } from './claims.js'
import { Total } from './total.js'

type Threats = AssessmentResult['threats']
type Alerts = AssessmentResult['alerts']
type Alert = Alerts[number]

const ALL = THREATS.indexOf('ALL')

/** Strongest first; ties in the order of the catalogue. */
export const threatsOf = (codes: readonly CodeClaims[], caps: Caps): Threats => {
  const hard = new Map<number, boolean>()
  for (const { hits } of codes) {
    for (const { asked } of hits) hard.set(asked.threat, (hard.get(asked.threat) ?? false) || asked.subject.hard)
  }
  const scores = byThreat(codes, [...hard.keys()], caps, false)
  return [...hard]
    .map(([at, isHard]) => ({ at, threat: THREATS[at]!, score: scores.get(at)!, hard: isHard }))
    .filter((each) => each.score > 0 || each.hard)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at: _, ...threat }) => threat)
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
  const claimed = new Set<number>()
  for (const { hits, opens } of codes) {
    for (const { asked } of hits) claimed.add(asked.threat)
    for (const { asked } of opens) claimed.add(asked.threat)
  }
  const best = [...byThreat(codes, [...claimed], caps, true)].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  return best === undefined ? [] : [{ threat: THREATS[best[0]]!, because: 'could_be' }]
}

/** The score of each threat; relief for all threats relieves each. */
const byThreat = (
  codes: readonly CodeClaims[],
  threats: readonly number[],
  caps: Caps,
  upTo: boolean
): ReadonlyMap<number, number> => {
  const totals = new Map(threats.map((threat) => [threat, new Total(caps)]))
  const most = new Float64Array(THREATS.length)
  const hard = new Uint8Array(THREATS.length)
  for (const { hit, open, hits, opens } of codes) {
    const first = hit ?? open
    if (first === null) continue
    most.fill(-Infinity)
    hard.fill(0)
    let relief = -Infinity
    let hardRelief = false
    const count = ({ asked, points }: Claim): void => {
      most[asked.threat] = Math.max(most[asked.threat]!, points)
      if (asked.subject.hard) hard[asked.threat] = 1
      if (asked.threat !== ALL || points >= 0) return
      relief = Math.max(relief, points)
      hardRelief ||= asked.subject.hard
    }
    for (const claim of hits) count(claim)
    if (upTo) for (const claim of opens) if (isHopeful(claim)) count(claim)
    const { group } = first.asked.subject
    for (const [threat, total] of totals) {
      const points = Math.max(most[threat]!, relief)
      if (points > -Infinity) total.add({ group, points, hard: hard[threat] === 1 || hardRelief })
    }
  }
  return new Map([...totals].map(([threat, total]) => [threat, total.score]))
}
