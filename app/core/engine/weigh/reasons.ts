import type { Caps, ClearReason, Reason } from '../../assessment/assessment.js'
import { compareText, waterfallOrder } from '../../assessment/order.js'
import { GROUPS, THREATS, type Evidence, type Threat } from '../../indicators/definition.js'
import { groupOf, THREAT } from '../claim_tables.js'
import type { Asked, Kind } from './asked.js'
import type { Answer, Claim, CodeClaims } from './claims.js'
import type { CodeBook } from './code_book.js'
import { waterfallKey } from './waterfall_key.js'

interface Line {
  readonly key: number
  readonly hit: Claim
  readonly claims: CodeClaims
  readonly asked: Asked
  kind: Kind | null
}

/** The waterfall: `counted` over all reasons sums to the score. */
export const reasonsOf = (
  codes: readonly CodeClaims[],
  { ranks }: CodeBook,
  evidence: (asked: Asked) => readonly Evidence[],
  caps: Caps
): readonly Reason[] => {
  const lines: Line[] = []
  for (const claims of codes) {
    const { hit, code } = claims
    if (hit === null) continue
    const key = waterfallKey(0, hit.points, hit.order, ranks?.[code] ?? code)
    lines.push({ key, hit, claims, asked: hit.ledger.asked(hit.subject), kind: null })
  }
  lines.sort((a, b) => a.key - b.key)
  // What is asked lies anywhere in memory: here nothing else is done, so that it is waited for together.
  for (const line of lines) line.kind = line.asked.kind
  const used = new Float64Array(GROUPS.length)
  let score = 0
  return lines.map(
    ({ hit: { ledger, claim, flags, points }, claims: { hits, hardHit: hard }, asked, kind }): Reason => {
      const { code, titleParams } = asked
      const { version, title, layer, group } = kind!
      const groupCap = caps[group]
      const before = used[groupOf(flags)]!
      const counted = points < 0 ? -Math.min(-points, score) : hard ? points : Math.min(points, groupCap - before)
      const groupUsed = points < 0 || hard ? before : before + counted
      used[groupOf(flags)] = groupUsed
      score += counted
      return {
        code,
        version,
        title,
        titleParams,
        layer,
        group,
        threats: hits.length === 1 ? ALONE[flags & THREAT]! : threatsOf(hits),
        points,
        counted,
        groupUsed,
        groupCap,
        hard,
        evidence: evidence(asked),
        profiles: hits.length === 1 ? [ledger.sources.of(claim)] : sources(hits),
      }
    }
  )
}

const ALONE: readonly (readonly Threat[])[] = THREATS.map((threat) => [threat])

const threatsOf = (hits: readonly Claim[]): readonly Threat[] => {
  let claimed = 0
  for (const { flags } of hits) claimed |= 1 << (flags & THREAT)
  return THREATS.filter((_, at) => claimed & (1 << at))
}

const sources = (hits: readonly Claim[]): Reason['profiles'] =>
  hits.toSorted(bySource).map(({ ledger, claim }) => ledger.sources.of(claim))

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
