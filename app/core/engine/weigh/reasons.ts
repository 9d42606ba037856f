import type { Caps, ClearReason, Reason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { THREATS, type Evidence, type Group, type Threat } from '../../indicators/definition.js'
import type { Asked } from './asked.js'
import type { Answer, Claim, CodeClaims } from './claims.js'

/** The waterfall: `counted` over all reasons sums to the score. */
export const reasonsOf = (
  codes: readonly CodeClaims[],
  evidence: (asked: Asked) => readonly Evidence[],
  caps: Caps
): readonly Reason[] => {
  const lines: (Named & { claims: CodeClaims })[] = []
  for (const claims of codes) if (claims.hit !== null) lines.push({ claims, ...named(claims.hit) })
  lines.sort(waterfallOrder)
  const used = new Map<Group, number>()
  let score = 0
  return lines.map(({ claims, points, code, layer, group }): Reason => {
    const hit = claims.hit!
    const { version, title, titleParams } = hit.asked.subject
    const hard = claims.hardHit
    const before = used.get(group) ?? 0
    const counted = points < 0 ? -Math.min(-points, score) : hard ? points : Math.min(points, caps[group] - before)
    const groupUsed = points < 0 || hard ? before : before + counted
    used.set(group, groupUsed)
    score += counted
    return {
      code,
      version,
      title,
      titleParams,
      layer,
      group,
      threats: threatsOf(claims.hits),
      points,
      counted,
      groupUsed,
      groupCap: caps[group],
      hard,
      evidence: evidence(hit.asked),
      profiles: sources(claims.hits),
    }
  })
}

type Named = Pick<Reason, 'code' | 'layer' | 'group' | 'points'>

const named = ({ asked, points }: Claim): Named => {
  const { code, layer, group } = asked.subject
  return { code, layer, group, points }
}

const threatsOf = (hits: readonly Claim[]): readonly Threat[] => {
  if (hits.length === 1) return [THREATS[hits[0]!.asked.is.threat]!]
  return [...new Set(hits.map(({ asked }) => asked.is.threat))].sort((a, b) => a - b).map((threat) => THREATS[threat]!)
}

const sources = (hits: readonly Claim[]): Reason['profiles'] =>
  hits
    .map(({ asked }) => asked)
    .sort((a, b) => compareText(a.sourceText, b.sourceText))
    .map(({ source }) => source)

/** What was looked at and did not hit, nearest misses first. */
export const clearsOf = (codes: readonly CodeClaims[], answer: Answer): readonly ClearReason[] =>
  codes
    .flatMap(({ hit, open, clear }): ClearReason[] => {
      if (clear === null || hit !== null || open !== null) return []
      const { code, version, title, titleParams, layer, group } = clear.asked.subject
      const verdict = answer(clear.asked)
      const nearest = verdict.is === 'clear' ? (verdict.nearest ?? null) : null
      return [{ code, version, title, titleParams, layer, group, points: clear.points, nearest }]
    })
    .sort(nearestFirst)

export const nearestFirst = (a: ClearReason, b: ClearReason): number =>
  (a.nearest?.distance ?? 1) - (b.nearest?.distance ?? 1) || waterfallOrder(a, b)
