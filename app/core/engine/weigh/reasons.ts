import type { Caps, ClearReason, Reason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { THREATS, type Evidence, type Group, type Threat } from '../../indicators/definition.js'
import type { Asked } from './asked.js'
import type { Answer, Claim, CodeClaims } from './claims.js'
import type { CodeBook } from './code_book.js'
import { waterfallKey } from './waterfall_key.js'

/** The waterfall: `counted` over all reasons sums to the score. */
export const reasonsOf = (
  codes: readonly CodeClaims[],
  { ranks }: CodeBook,
  evidence: (asked: Asked) => readonly Evidence[],
  caps: Caps
): readonly Reason[] => {
  const lines: { readonly key: number; readonly hit: Claim; readonly claims: CodeClaims }[] = []
  for (const claims of codes) {
    const { hit, code } = claims
    if (hit !== null) lines.push({ key: waterfallKey(0, hit.points, hit.asked.order, ranks[code]!), hit, claims })
  }
  lines.sort((a, b) => a.key - b.key)
  const used = new Map<Group, number>()
  let score = 0
  return lines.map(({ hit: { asked, points }, claims: { hits, hardHit: hard } }): Reason => {
    const { code, version, title, titleParams, layer, group } = asked.subject
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
      threats: hits.length === 1 ? ALONE[asked.threat]! : threatsOf(hits),
      points,
      counted,
      groupUsed,
      groupCap: caps[group],
      hard,
      evidence: evidence(asked),
      profiles: hits.length === 1 ? asked.sources : sources(hits),
    }
  })
}

const ALONE: readonly (readonly Threat[])[] = THREATS.map((threat) => [threat])

const threatsOf = (hits: readonly Claim[]): readonly Threat[] => {
  let claimed = 0
  for (const { asked } of hits) claimed |= 1 << asked.threat
  return THREATS.filter((_, at) => claimed & (1 << at))
}

const sources = (hits: readonly Claim[]): Reason['profiles'] =>
  hits
    .map(({ asked }) => asked)
    .sort((a, b) => compareText(a.sourceText, b.sourceText))
    .map((asked) => asked.sources[0]!)

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
