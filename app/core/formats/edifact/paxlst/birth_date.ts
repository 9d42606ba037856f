import type { LocalTime } from '../../../kernel/instant.js'
import { parseLocalTime } from '../../../kernel/local_time.js'

const OLDEST = 1900

/** A calendar date of eight digits; persons are older than any cargo. */
const century = (digits: string): LocalTime | null => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day)
  return real && Number(year) >= OLDEST ? `${year}-${month}-${day}` : null
}

/**
 * Reads a date of birth of six or eight digits; `null` when it is none. Nobody aboard was born
 * after the message was sent, so a two-digit year is of the century that makes it so.
 */
export const parseBirthDate = (text: string, sentAt: LocalTime | null): LocalTime | null => {
  const digits = text.replace(/[\s:./-]/g, '')
  if (/^\d{8}$/.test(digits)) return century(digits)
  const parsed = /^\d{6}$/.test(digits) ? parseLocalTime(digits) : null
  if (!parsed) return null
  const later = sentAt !== null && parsed.value > sentAt
  return later ? `${Number(parsed.value.slice(0, 4)) - 100}${parsed.value.slice(4)}` : parsed.value
}
