import type { AssessmentResult, Caps, Cuts } from '../../assessment/assessment.js'
import { THREATS } from '../../indicators/definition.js'
import type { CodeClaims } from './claims.js'
import type { Opens } from './opens.js'
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
  const scores = byThreat(codes, [...hard.keys()], caps, null)
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
  opens: Opens,
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
  if (due.length === 0 && weighed.upTo >= cuts.high) return likeliest(codes, opens, caps)
  return due
}

const likeliest = (codes: readonly CodeClaims[], opens: Opens, caps: Caps): Alerts => {
  const claimed = new Set<number>()
  for (const { hits } of codes) for (const { asked } of hits) claimed.add(asked.threat)
  for (let threat = 0; threat < THREATS.length; threat++) if (opens.threats & (1 << threat)) claimed.add(threat)
  const best = [...byThreat(codes, [...claimed], caps, opens)].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  return best === undefined ? [] : [{ threat: THREATS[best[0]]!, because: 'could_be' }]
}

/** The most a code gives to each threat it is claimed for, and whether it is hard there. */
interface Most {
  readonly points: Float64Array
  readonly hard: Uint8Array
}

/** The score of each threat; relief for all threats relieves each. With `opens`, what it could be up to. */
const byThreat = (
  codes: readonly CodeClaims[],
  threats: readonly number[],
  caps: Caps,
  opens: Opens | null
): ReadonlyMap<number, number> => {
  const totals = new Map(threats.map((threat) => [threat, new Total(caps)]))
  const most = new Map<number, Most>()
  const count = (code: number, threat: number, hard: boolean, points: number): void => {
    let of = most.get(code)
    if (of === undefined) {
      of = { points: new Float64Array(THREATS.length).fill(-Infinity), hard: new Uint8Array(THREATS.length) }
      most.set(code, of)
    }
    of.points[threat] = Math.max(of.points[threat]!, points)
    if (hard) of.hard[threat] = 1
  }
  opens?.forEachHopeful(count)
  for (const { code, hit, open, hits } of codes) {
    const group = hit?.asked.group ?? open?.at.group
    if (group === undefined) continue
    let relief = -Infinity
    let hardRelief = false
    for (const { asked, points } of hits) {
      count(code, asked.threat, asked.subject.hard, points)
      if (asked.threat !== ALL || points >= 0) continue
      relief = Math.max(relief, points)
      hardRelief ||= asked.subject.hard
    }
    const of = most.get(code)
    if (of === undefined) continue
    for (const [threat, total] of totals) {
      const points = Math.max(of.points[threat]!, relief)
      if (points > -Infinity) {
        total.add({ group, points, hard: of.hard[threat] === 1 || hardRelief })
      }
    }
  }
  return new Map([...totals].map(([threat, total]) => [threat, total.score]))
}
