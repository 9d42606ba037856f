import type { Caps, ClearReason, Reason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { GROUPS, THREATS, type Evidence, type Threat } from '../../indicators/definition.js'
import { groupOf, THREAT } from '../claim_tables.js'
import type { Answer, Claim, CodeClaims } from './claims.js'
import type { CodeBook } from './code_book.js'
import { Smallest } from './smallest.js'
import { waterfallKey } from './waterfall_key.js'

/** Of a condition that hit. */
type EvidenceOf = (hit: Claim) => readonly Evidence[]

/** What hit, in the order in which it counts. Its tables are used again. */
export class Reasons {
  /** Places among the codes. */
  readonly #order = new Smallest(Infinity)
  readonly #used = new Float64Array(GROUPS.length)

  /** The waterfall: `counted` over all reasons sums to the score. */
  list(codes: readonly CodeClaims[], { ranks }: CodeBook, evidence: EvidenceOf, caps: Caps): readonly Reason[] {
    this.#order.clear()
    for (let at = 0; at < codes.length; at++) {
      const { hit, code } = codes[at]!
      if (hit === null) continue
      hit.ledger.prepare(hit.subject)
      this.#order.add(waterfallKey(0, hit.points, hit.order, ranks?.[code] ?? code), at)
    }
    const used = this.#used.fill(0)
    const reasons: Reason[] = []
    const count = this.#order.sort()
    let score = 0
    for (let at = 0; at < count; at++) {
      const { hit, hits, hardHit: hard } = codes[this.#order.values[at]!]!
      const { ledger, claim, subject, flags, points } = hit!
      const { version, title, layer, group } = ledger.kind(subject)
      const groupCap = caps[group]
      const before = used[groupOf(flags)]!
      const counted = points < 0 ? -Math.min(-points, score) : hard ? points : Math.min(points, groupCap - before)
      const groupUsed = points < 0 || hard ? before : before + counted
      used[groupOf(flags)] = groupUsed
      score += counted
      reasons.push({
        code: ledger.code(subject),
        version,
        title,
        titleParams: ledger.titleParams(subject),
        layer,
        group,
        threats: hits.length === 1 ? ALONE[flags & THREAT]! : threatsOf(hits),
        points,
        counted,
        groupUsed,
        groupCap,
        hard,
        evidence: evidence(hit!),
        profiles: hits.length === 1 ? [ledger.sources.of(claim)] : sources(hits),
      })
    }
    return reasons
  }
}

const ALONE: readonly (readonly Threat[])[] = THREATS.map((threat) => [threat])

const threatsOf = (hits: readonly Claim[]): readonly Threat[] => {
  let claimed = 0
  for (const { flags } of hits) claimed |= 1 << (flags & THREAT)
  return THREATS.filter((_, at) => claimed & (1 << at))
}

const sources = (hits: Claim[]): Reason['profiles'] =>
  sortFew(hits, bySource).map(({ ledger, claim }) => ledger.sources.of(claim))

/** Two or three mostly, for which sorting in general costs more than this. */
const sortFew = <T>(of: T[], compare: (a: T, b: T) => number): T[] => {
  if (of.length > FEW) return of.sort(compare)
  for (let next = 1; next < of.length; next++) {
    const each = of[next]!
    let at = next
    for (; at > 0 && compare(of[at - 1]!, each) > 0; at--) of[at] = of[at - 1]!
    of[at] = each
  }
  return of
}

const FEW = 8

const bySource = (a: Claim, b: Claim): number =>
  a.ledger === b.ledger
    ? a.ledger.sources.compare(a.claim, b.claim)
    : compareText(a.ledger.sources.textOf(a.claim), b.ledger.sources.textOf(b.claim))

/** What was looked at and did not hit, nearest misses first. */
export const clearsOf = (codes: readonly CodeClaims[], answer: Answer): readonly ClearReason[] =>
  codes
    .flatMap(({ hit, open, clear }): ClearReason[] => {
      if (clear === null || hit !== null || open !== null) return []
      const asked = clear.ledger.asked(clear.subject)
      const { code, titleParams, kind } = asked
      const { version, title, layer, group } = kind
      const verdict = answer(asked)
      const nearest = verdict.is === 'clear' ? (verdict.nearest ?? null) : null
      return [{ code, version, title, titleParams, layer, group, points: clear.points, nearest }]
    })
    .sort(nearestFirst)

export const nearestFirst = (a: ClearReason, b: ClearReason): number =>
  (a.nearest?.distance ?? 1) - (b.nearest?.distance ?? 1) || waterfallOrder(a, b)
