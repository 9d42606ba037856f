import type { Caps, ClearReason, FurtherUnknowns, Reason, UnknownReason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { THREATS, type Group, type Threat } from '../../indicators/definition.js'
import type { Answer, Claim, CodeClaims } from './claims.js'
import { weightOfHits, weightUpTo, type Total } from './total.js'

/** Unknowns listed; what more there are is counted by what it waits for. */
export const MOST_UNKNOWNS = 100

/** The waterfall: `counted` over all reasons sums to the score. */
export const reasonsOf = (codes: readonly CodeClaims[], answer: Answer, caps: Caps): readonly Reason[] => {
  const lines = codes.flatMap(({ hit, hits }) => (hit === null ? [] : [{ hit, hits, ...named(hit) }]))
  lines.sort(waterfallOrder)
  const used = new Map<Group, number>()
  let score = 0
  return lines.map(({ hit, hits }): Reason => {
    const { code, version, title, titleParams, layer, group } = hit.asked.subject
    const { hard, points } = weightOfHits({ code, hit, hits, opens: [], open: null, clear: null })!
    const before = used.get(group) ?? 0
    const counted = points < 0 ? -Math.min(-points, score) : hard ? points : Math.min(points, caps[group] - before)
    const groupUsed = points < 0 || hard ? before : before + counted
    used.set(group, groupUsed)
    score += counted
    const verdict = answer(hit.asked)
    return {
      code,
      version,
      title,
      titleParams,
      layer,
      group,
      threats: threatsOf(hits),
      points,
      counted,
      groupUsed,
      groupCap: caps[group],
      hard,
      evidence: verdict.is === 'hit' ? verdict.evidence : [],
      profiles: sources(hits),
    }
  })
}

const named = ({ asked, points }: Claim) => {
  const { code, layer, group } = asked.subject
  return { code, layer, group, points }
}

const threatsOf = (hits: readonly Claim[]): readonly Threat[] => {
  if (hits.length === 1) return [THREATS[hits[0]!.asked.threat]!]
  return [...new Set(hits.map(({ asked }) => asked.threat))].sort((a, b) => a - b).map((threat) => THREATS[threat]!)
}

const sources = (hits: readonly Claim[]): Reason['profiles'] =>
  hits
    .map(({ asked }) => asked)
    .sort((a, b) => compareText(a.sourceText, b.sourceText))
    .map(({ source }) => source)

/** What could not be told, unless the same code already counts as much. */
export const unknownsOf = (
  codes: readonly CodeClaims[],
  total: Total
): { unknowns: readonly UnknownReason[]; furtherUnknowns: readonly FurtherUnknowns[] } => {
  const { score } = total
  const all = codes.flatMap((code) => {
    const { open, hit } = code
    if (open === null || (hit !== null && hit.points >= open.points)) return []
    return [{ open, couldAdd: couldAdd(code, total, score), ...named(open) }]
  })
  all.sort((a, b) => b.couldAdd - a.couldAdd || waterfallOrder(a, b))
  const further = new Map<string, { missing: UnknownReason['missing']; why: UnknownReason['why']; count: number }>()
  for (const { open } of all.slice(MOST_UNKNOWNS)) {
    const name = `${open.missing} ${open.why}`
    const same = further.get(name) ?? { missing: open.missing, why: open.why, count: 0 }
    same.count += 1
    further.set(name, same)
  }
  return {
    unknowns: all.slice(0, MOST_UNKNOWNS).map(({ open, couldAdd: adds }) => {
      const { code, version, title, titleParams, layer, group } = open.asked.subject
      const { points, missing, why } = open
      return { code, version, title, titleParams, layer, group, points, couldAdd: adds, missing, why }
    }),
    furtherUnknowns: [...further.values()].sort(
      (a, b) => b.count - a.count || compareText(a.missing, b.missing) || compareText(a.why, b.why)
    ),
  }
}

/** What the total would gain if this code alone were as much as it can be. */
const couldAdd = (code: CodeClaims, total: Total, score: number): number => {
  const now = weightOfHits(code)
  const then = weightUpTo(code)
  const gained = total.add(now, -1).add(then).score - score
  total.add(then, -1).add(now)
  return gained
}

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
