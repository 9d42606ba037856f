import type { Instant, LocalTime } from './instant.js'

/** A date or time as understood, and whether its format code or shape had to be overruled. */
export interface ParsedTime {
  readonly value: LocalTime
  readonly repaired: boolean
}

const DIGITS_OF_FORMAT: Readonly<Record<string, readonly number[]>> = {
  101: [6],
  102: [8],
  201: [10],
  202: [12],
  203: [12],
  204: [14],
  301: [10],
  303: [12],
  304: [14],
  718: [16],
}

/** Two-digit years up to 69 are of this century. */
const fullYear = (digits: string): string => (Number(digits) < 70 ? `20${digits}` : `19${digits}`)

const validDate = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (year < 1970 || year > 2099) return false
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

const join = (year: string, month: string, day: string): string | null => {
  const date = `${year}-${month}-${day}`
  return validDate(date) ? date : null
}
const century = (d: string): string | null => join(d.slice(0, 4), d.slice(4, 6), d.slice(6, 8))
const short = (d: string): string | null => join(fullYear(d.slice(0, 2)), d.slice(2, 4), d.slice(4, 6))
const dayFirst = (d: string): string | null => join(d.slice(4, 8), d.slice(2, 4), d.slice(0, 2))

/**
 * Reads a time of day of 1 to 4 digits (`915` is 09:15, `15` is 00:15) or 6 with seconds.
 * Returns `hh:mm[:ss]`, or `null` when it is no time.
 */
export const parseTimeOfDay = (value: string): string | null => {
  if (!/^(?:\d{1,4}|\d{6})$/.test(value)) return null
  const digits = value.length === 6 ? value : value.padStart(4, '0')
  const [hour, minute, second] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)]
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return second ? `${hour}:${minute}:${second}` : `${hour}:${minute}`
}

const at = (date: string | null, time: string): LocalTime | null => {
  const clock = date && parseTimeOfDay(time)
  return clock ? `${date}T${clock}` : null
}

const eightDigits = (digits: string): ParsedTime | null => {
  const usual = century(digits)
  if (usual) return { value: usual, repaired: false }
  const odd = digits.startsWith('00') ? short(digits.slice(2)) : dayFirst(digits)
  return odd ? { value: odd, repaired: true } : null
}

const twelveDigits = (digits: string): ParsedTime | null => {
  const usual = at(century(digits), digits.slice(8))
  if (usual) return { value: usual, repaired: false }
  const seconds = at(short(digits), digits.slice(6))
  return seconds ? { value: seconds, repaired: true } : null
}

const plain = (value: LocalTime | null): ParsedTime | null => (value ? { value, repaired: false } : null)

const byDigitCount = (digits: string): ParsedTime | null => {
  switch (digits.length) {
    case 6:
      return plain(short(digits))
    case 8:
      return eightDigits(digits)
    case 10:
      return plain(at(short(digits), digits.slice(6)))
    case 11: // an hour without its leading zero
      return plain(at(century(digits), digits.slice(8)))
    case 12:
      return twelveDigits(digits)
    case 14:
      return plain(at(century(digits), digits.slice(8)))
    case 16: // a period: its beginning
      return plain(century(digits))
    default:
      return null
  }
}

const OFFSET = /^(\d{10,14}?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i

/**
 * Reads an EDIFACT date or time. The number of digits is trusted over the format code (2379),
 * which is wrong in real traffic; `repaired` says that the two disagreed. `null` when no
 * calendar date comes out. Punctuation (`2026-11-26 08:00`) is accepted.
 */
export const parseLocalTime = (value: string, format = ''): ParsedTime | null => {
  const text = value.trim()
  const zoned = OFFSET.exec(text)
  const digits = (zoned?.[1] ?? text).replace(/[\s:./T-]/g, '')
  if (!/^\d+$/.test(digits)) return null
  const parsed = byDigitCount(digits)
  if (!parsed) return null
  const expected = DIGITS_OF_FORMAT[format]
  const repaired = parsed.repaired || (expected !== undefined && !expected.includes(digits.length))
  return { value: zoned ? parsed.value + offsetText(zoned[2] ?? 'Z') : parsed.value, repaired }
}

const offsetText = (offset: string): string => {
  const found = /^([+-]\d{2}):?(\d{2})$/.exec(offset)
  return found ? `${found[1]}:${found[2]}` : 'Z'
}

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** Milliseconds to add to UTC to get the wall clock of the zone at that instant. */
const offsetAt = (instant: Instant, zone: string): number => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)])
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/**
 * Turns a local time into an Instant. A date alone means its midnight. An offset in the value
 * wins over `ianaZone` (e.g. `America/Guatemala`); a time that a clock change skips is read
 * with the offset before the change. Throws `RangeError` for a zone the platform does not know
 * or a value that `parseLocalTime` did not make.
 */
export const toInstant = (local: LocalTime, ianaZone: string): Instant => {
  const withTime = local.length === 10 ? `${local}T00:00` : local
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(withTime)
  const wall = Date.parse(zoned ? withTime : `${withTime}Z`)
  if (Number.isNaN(wall)) throw new RangeError(`Not a local time: ${local}`)
  if (zoned) return wall
  const first = wall - offsetAt(wall, ianaZone)
  const second = wall - offsetAt(first, ianaZone)
  return offsetAt(second, ianaZone) === wall - second ? second : Math.max(first, second)
}
