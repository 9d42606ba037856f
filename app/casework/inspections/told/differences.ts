import type { FindingKind, Result } from '#core/cargo/examination'

/** In what a told result differs from the outcome that holds. */
export const DIFFERENCES = ['taken_back', 'replaced', 'result', 'findings'] as const
export type Difference = (typeof DIFFERENCES)[number]

interface Told {
  state: 'current' | 'replaced' | 'cancelled'
  result: Result | null
  findings: readonly { what: FindingKind | null }[]
}

/** Compared with what an order holds; nothing while it holds no outcome. Kinds of finds are compared, not their words. */
export function differencesOf(
  told: Told,
  outcome: { result: string } | null,
  found: readonly { what: string }[]
): readonly Difference[] {
  if (!outcome) return []
  const kinds = (findings: readonly { what: string | null }[]) =>
    [...new Set(findings.map(({ what }) => what ?? 'other'))].sort().join()
  const differs: Record<Difference, boolean> = {
    taken_back: told.state === 'cancelled',
    replaced: told.state === 'replaced',
    result: told.result !== outcome.result,
    findings: kinds(told.findings) !== kinds(found),
  }
  return DIFFERENCES.filter((each) => differs[each])
}
