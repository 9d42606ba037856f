import type { Band, Cuts } from './assessment.js'

/** Below the high cut, but possibly not: unknown. Unknown is not low. */
export const bandOf = (score: number, upTo: number, cuts: Cuts): Band => {
  if (score >= cuts.high) return 'high'
  if (upTo >= cuts.high) return 'unknown'
  return score >= cuts.medium ? 'medium' : 'low'
}
