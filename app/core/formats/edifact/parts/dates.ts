import type { LocalTime } from '../../../kernel/instant.js'
import { parseLocalTime, parseTimeOfDay } from '../../../kernel/local_time.js'
import type { Filed } from './filed.js'
import type { SegmentReading } from './segment_reading.js'

/** Dates by UN 2005 qualifier. */
export type Dates = Map<string, Filed<LocalTime>>

const CLOCK_FORMATS: ReadonlySet<string> = new Set(['401', '402'])

/**
 * Reads a DTM into `dates`, where the first of a qualifier stays. Australian senders split date
 * (102) and time (401) into two DTM of one qualifier; a qualifier without a value says nothing.
 * `quiet` keeps the value out of the Problem where it is of a person.
 */
export const readDate = (reading: SegmentReading, dates: Dates, quiet = false): void => {
  const { cursor } = reading
  const [qualifier, value, format] = [cursor.code(1, 1), cursor.text(1, 2), cursor.code(1, 3)]
  if (value === '') return
  const at = cursor.cite(1, 2)
  const known = dates.get(qualifier)
  const params = { value: quiet ? '…' : value }
  if (CLOCK_FORMATS.has(format)) {
    const clock = parseTimeOfDay(value)
    if (known && clock)
      dates.set(qualifier, { value: `${known.value.slice(0, 10)}T${clock}`, at: reading.places.span(known.at, at) })
    else reading.report('SYN-DATE', { at, params })
    return
  }
  const parsed = parseLocalTime(value, format)
  if (!parsed || parsed.repaired) reading.report('SYN-DATE', { at, params })
  if (parsed && !known) dates.set(qualifier, { value: parsed.value, at })
}

/** The date of the first of these qualifiers that was filed. */
export const firstDate = (dates: Dates, qualifiers: readonly string[]): Filed<LocalTime> | undefined =>
  dates.get(qualifiers.find((qualifier) => dates.has(qualifier)) ?? '')
