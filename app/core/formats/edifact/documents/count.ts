import type { Filed } from '../parts/filed.js'
import type { SegmentReading } from '../parts/segment_reading.js'

/** A control total (CNT) of this qualifier under the cursor. */
export const controlTotal = (reading: SegmentReading, qualifiers: readonly string[]): Filed<number> | null => {
  const { cursor } = reading
  if (!qualifiers.includes(cursor.code(1, 1))) return null
  const value = reading.number(1, 2)
  return value === null ? null : { value, at: cursor.cite(1, 2) }
}

/** Tells a declared number that is not the number found. */
export const compareCount = (
  { problems }: SegmentReading,
  declared: Filed<number> | null,
  counted: number,
  what: 'equipment' | 'travellers'
): void => {
  if (declared && declared.value !== counted)
    problems.add('TOT-COUNT', { at: declared.at, params: { what, declared: declared.value, counted } })
}
