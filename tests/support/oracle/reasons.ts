import type { Threat } from '#core/indicators/definition'
import type { Caps, ClearReason, FurtherUnknowns, Reason, UnknownReason } from '#core/assessment/assessment'
import { canonicalJson } from '#core/assessment/canonical'
import type { ClaimThat } from './claim.js'
import type { CodeClaims } from './merge.js'
import { compareText, threatOrder, waterfallOrder } from '#core/assessment/order'
import { weighHits, weighUpTo } from './weigh.js'

/** The waterfall: `counted` over all reasons sums to the score. */
export const reasonsOf = (codes: readonly CodeClaims[], caps: Caps): readonly Reason[] => {
  const claims = new Map(codes.map((code) => [code.code, code.hits]))
  return weighHits(codes, null, caps).lines.flatMap((line) => {
    const hits = claims.get(line.code) ?? []
    const winner = hits[0]
    if (winner === undefined) return []
    const { group, ...subject } = winner.subject
    return [
      {
        ...subject,
        group,
        threats: threatsOf(hits),
        points: line.points,
        counted: line.counted,
        groupUsed: line.groupUsed,
        groupCap: caps[group],
        hard: line.hard,
        evidence: winner.outcome.evidence,
        profiles: hits.map((hit) => hit.source).sort((a, b) => compareText(canonicalJson(a), canonicalJson(b))),
      },
    ]
  })
}

const threatsOf = (hits: readonly ClaimThat<'hit'>[]): readonly Threat[] =>
  [...new Set(hits.map((hit) => hit.threat))].sort(threatOrder)

/** What could not be told, unless the same code already counts as much. */
export const unknownsOf = (codes: readonly CodeClaims[], caps: Caps, score: number): readonly UnknownReason[] =>
  codes
    .flatMap((code): UnknownReason[] => {
      const open = code.unknowns[0]
      if (open === undefined || (code.hits[0]?.points ?? -Infinity) >= open.points) return []
      const { hard: _, ...subject } = open.subject
      const couldAdd = weighUpTo(codes, null, caps, code.code) - score
      return [{ ...subject, points: open.points, couldAdd, missing: open.outcome.missing, why: open.outcome.why }]
    })
    .sort((a, b) => b.couldAdd - a.couldAdd || waterfallOrder(a, b))

/** What was looked at and did not hit, nearest misses first. */
export const clearsOf = (codes: readonly CodeClaims[]): readonly ClearReason[] =>
  codes
    .flatMap((code): ClearReason[] => {
      const miss = code.clears[0]
      if (miss === undefined || code.hits.length > 0 || code.unknowns.length > 0) return []
      const { hard: _, ...subject } = miss.subject
      return [{ ...subject, points: miss.points, nearest: miss.outcome.nearest }]
    })
    .sort((a, b) => (a.nearest?.distance ?? 1) - (b.nearest?.distance ?? 1) || waterfallOrder(a, b))

/** The first of the unknowns, and how many more wait for what. */
export const listed = (unknowns: readonly UnknownReason[], most: number) => {
  const counts = new Map<string, FurtherUnknowns>()
  for (const { missing, why } of unknowns.slice(most)) {
    const name = `${missing} ${why}`
    counts.set(name, { missing, why, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  const furtherUnknowns = [...counts.values()].sort(
    (a, b) => b.count - a.count || compareText(a.missing, b.missing) || compareText(a.why, b.why)
  )
  return { unknowns: unknowns.slice(0, most), furtherUnknowns }
}
