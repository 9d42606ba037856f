const HOUR = 3_600_000

export type Urgency = 'unknown' | 'far' | 'day' | 'soon' | 'now' | 'arrived'

/** Five urgencies of EXPERIENCE section 5 by milliseconds left, and unknown. */
export const urgencyOf = (left: number | null, arrived: boolean): Urgency => {
  if (left === null) return 'unknown'
  if (arrived) return 'arrived'
  if (left < 2 * HOUR) return 'now'
  if (left < 6 * HOUR) return 'soon'
  return left <= 24 * HOUR ? 'day' : 'far'
}
