import type { Claim, ClaimThat } from './claim.js'
import { canonicalJson } from '#core/assessment/canonical'
import { compareText } from '#core/assessment/order'

const isOutcome =
  <Is extends Claim['outcome']['is']>(is: Is) =>
  (claim: Claim): claim is ClaimThat<Is> =>
    claim.outcome.is === is

/** What all profiles claim under one code: it scores once, at the maximum (DECISIONS 14). */
export interface CodeClaims {
  readonly code: string
  readonly hits: readonly ClaimThat<'hit'>[]
  readonly unknowns: readonly ClaimThat<'unknown'>[]
  readonly clears: readonly ClaimThat<'clear'>[]
}

/** By code; within a code the strongest claim first, then in an order that no profile order can change. */
export const byCode = (claims: readonly Claim[]): readonly CodeClaims[] => {
  const codes = new Map<string, Claim[]>()
  for (const claim of claims) {
    const same = codes.get(claim.subject.code)
    if (same) same.push(claim)
    else codes.set(claim.subject.code, [claim])
  }
  return [...codes]
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, same]) => ({
      code,
      hits: same.filter(isOutcome('hit')).sort(strongest),
      unknowns: same
        .filter(isOutcome('unknown'))
        .sort((a, b) => Number(b.outcome.canArrive) - Number(a.outcome.canArrive) || strongest(a, b)),
      clears: same.filter(isOutcome('clear')).sort(strongest),
    }))
}

const strongest = (a: Claim, b: Claim): number =>
  b.points - a.points ||
  compareText(canonicalJson([a.subject, a.outcome, a.source]), canonicalJson([b.subject, b.outcome, b.source]))
