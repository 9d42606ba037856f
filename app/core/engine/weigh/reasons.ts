import type { Caps, ClearReason, FurtherUnknowns, Reason, UnknownReason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { THREATS, type Evidence, type Group, type Threat } from '../../indicators/definition.js'
import type { Asked } from './asked.js'
import { isHopeful, type Answer, type Claim, type CodeClaims } from './claims.js'
import type { Open, Place, Tell } from './opens.js'
import { totalOf, weightOfHits, weightUpTo, type Total } from './total.js'

/** Unknowns listed; what more there are is counted by what it waits for. */
export const MOST_UNKNOWNS = 100

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
  names: readonly string[],
  total: Total,
  caps: Caps
): { unknowns: readonly UnknownReason[]; furtherUnknowns: readonly FurtherUnknowns[] } => {
  const { score } = total
  const all: Gain[] = []
  for (const code of codes) {
    const { open, hit } = code
    if (open === null || (hit !== null && hit.points >= open.at.points)) continue
    all.push({ open, couldAdd: couldAdd(code, codes, total, score, caps) })
  }
  const [first, rest] = most(all, (a, b) => b.couldAdd - a.couldAdd || openOrder(a.open.at, b.open.at, names))
  return {
    unknowns: first.map(({ open, couldAdd: adds }) => {
      const { asked, points, missing, why } = open.tell(open.at)
      const { code, version, title, titleParams, layer, group } = asked.subject
      return { code, version, title, titleParams, layer, group, points, couldAdd: adds, missing, why }
    }),
    furtherUnknowns: further(rest),
  }
}

interface Gain {
  readonly open: Open
  readonly couldAdd: number
}

/** The first `MOST_UNKNOWNS` in order, and the others in none: with thousands open, those that add too little are never sorted. */
const most = (all: Gain[], order: (a: Gain, b: Gain) => number): readonly [readonly Gain[], readonly Gain[]] => {
  if (all.length <= MOST_UNKNOWNS) return [all.sort(order), []]
  const counts = new Map<number, number>()
  for (const { couldAdd: adds } of all) counts.set(adds, (counts.get(adds) ?? 0) + 1)
  let least = Infinity
  let reached = 0
  for (const adds of [...counts.keys()].sort((a, b) => b - a)) {
    if (reached >= MOST_UNKNOWNS) break
    reached += counts.get(adds)!
    least = adds
  }
  const near = all.filter(({ couldAdd: adds }) => adds >= least).sort(order)
  return [
    near.slice(0, MOST_UNKNOWNS),
    [...near.slice(MOST_UNKNOWNS), ...all.filter(({ couldAdd: adds }) => adds < least)],
  ]
}

/** `waterfallOrder` of two claims of different codes. */
const openOrder = (a: Readonly<Place>, b: Readonly<Place>, names: readonly string[]): number =>
  Number(a.points < 0) - Number(b.points < 0) || a.order - b.order || compareText(names[a.code]!, names[b.code]!)

/** Counted by what they wait for; what that is, is told once. */
const further = (opens: readonly Gain[]): readonly FurtherUnknowns[] => {
  const counts = new Map<string, { missing: UnknownReason['missing']; why: UnknownReason['why']; count: number }>()
  const told = new Map<Tell, Map<number, { count: number }>>()
  for (const {
    open: { at, tell },
  } of opens) {
    const reasons = told.get(tell) ?? new Map<number, { count: number }>()
    told.set(tell, reasons)
    let same = reasons.get(at.reason)
    if (same === undefined) {
      const { missing, why } = tell(at)
      const name = `${missing} ${why}`
      const counted = counts.get(name) ?? { missing, why, count: 0 }
      counts.set(name, counted)
      reasons.set(at.reason, counted)
      same = counted
    }
    same.count += 1
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || compareText(a.missing, b.missing) || compareText(a.why, b.why)
  )
}

/** What the total would gain if this code alone were as much as it can be. */
const couldAdd = (code: CodeClaims, codes: readonly CodeClaims[], total: Total, score: number, caps: Caps): number => {
  if (code.open === null || !isHopeful(code.open)) return 0
  const others = code.hit === null ? total : totalOf(codes, caps, weightOfHits, code)
  return others.with(weightUpTo(code)!) - score
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
