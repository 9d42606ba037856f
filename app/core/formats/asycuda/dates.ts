import type { LocalTime } from '../../kernel/instant.js'
import { parseLocalTime, parseTimeOfDay } from '../../kernel/local_time.js'

export interface ParsedDate {
  readonly value: LocalTime
  /** Another shape than `yyyy-MM-dd`, read without doubt. */
  readonly repaired: boolean
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T ])/i
const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=$|[T ])/
const TIME = /^[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?: ?(AM|PM))?(?:Z|[+-]\d{2}:?\d{2})?$/i

const two = (digits: string): string => digits.padStart(2, '0')
/** Two-digit years of manifests are of this century. */
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year)

const dateOf = (year: string, month: string, day: string): LocalTime | null =>
  Number(month) > 12 ? null : (parseLocalTime(`${fullYear(year)}${two(month)}${two(day)}`, '102')?.value ?? null)

/** A midnight is how programs print a date that has no time. */
const timeOf = (text: string): string | null => {
  const [, hour, minute, half] = TIME.exec(text) ?? []
  if (hour === undefined || minute === undefined) return null
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
  const time = parseTimeOfDay(two(String(hours)) + minute)
  return time === '00:00' ? null : time
}

const withTime = (date: LocalTime, time: string | null): LocalTime => (time === null ? date : `${date}T${time}`)

/**
 * Reads a date as ASYCUDA manifests write it: `2019-06-09` as it should be, with a time, or short
 * (`6/9/19`). Where day and month could be either, `first` decides; a date that could be two is none
 * where nobody says which comes first. `null` when no calendar date comes out.
 */
export const parseManifestDate = (text: string, first: 'month' | 'day' | null): ParsedDate | null => {
  const iso = ISO.exec(text)
  if (iso) {
    const date = dateOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
    const time = timeOf(text.slice(iso[0].length))
    return date === null ? null : { value: withTime(date, time), repaired: !/^\d{4}-\d{2}-\d{2}/.test(text) }
  }
  const short = SHORT.exec(text)
  if (!short) {
    const digits = parseLocalTime(text, '102')
    return digits && { value: digits.value, repaired: true }
  }
  const [, one = '', other = '', year = ''] = short
  const [monthFirst, dayFirst] = [dateOf(year, one, other), dateOf(year, other, one)]
  const date = first === 'day' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
  const isAmbiguous = monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst
  if (date === null || (isAmbiguous && first === null)) return null
  return { value: withTime(date, timeOf(text.slice(short[0].length))), repaired: first === null }
}
