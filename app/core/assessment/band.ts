import type { Band, Cuts } from './assessment.js'

/**
 * The band of the total (DECISIONS 17). A low total that could still reach the high cut is unknown,
 * because unknown is not low; a medium one asks for a look anyway and keeps its band beside "could be up to".
 */
export const bandOf = (score: number, upTo: number, cuts: Cuts): Band => {
  if (score >= cuts.high) return 'high'
  if (score >= cuts.medium) return 'medium'
  return upTo >= cuts.high ? 'unknown' : 'low'
}
