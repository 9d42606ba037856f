/** A number as understood; `value` is `null` when the text allows no single reading. */
export interface ParsedNumber {
  readonly value: number | null
  /** The text was not a plain EDIFACT number. */
  readonly repaired: boolean
}

const [ZERO, NINE, POINT] = [48, 57, 46]

/** Digits with at most one point among or behind them, as nearly every number is filed; `null` for any other text. */
export const plainNumber = (text: string): number | null => {
  let hasPoint = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === POINT && !hasPoint && at > 0) hasPoint = true
    else if (unit < ZERO || unit > NINE) return null
  }
  return text === '' ? null : Number(text)
}

const NOT_A_NUMBER: ParsedNumber = { value: null, repaired: true }
const GROUPED = /^-?\d{1,3}(?:([.,\s'])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/

/**
 * Reads a number. `.` and `,` both mark decimals in EDIFACT; thousands separators are wrong but
 * met. `12,500` could be either unless the UNA says that `,` is the decimal mark: no value then,
 * because a guess would be off by a thousand. `30723.31.01` is no number.
 */
export const parseNumber = (text: string, decimal: '.' | ',' | null = null): ParsedNumber => {
  const value = text.trim()
  if (/^[+-]?\d+(?:\.\d*)?$/.test(value) || /^[+-]?\.\d+$/.test(value)) return { value: Number(value), repaired: false }
  if (/^-?\d*,\d+$/.test(value)) {
    const ambiguous = decimal !== ',' && /^-?[1-9]\d{0,2},\d{3}$/.test(value)
    return ambiguous ? NOT_A_NUMBER : { value: Number(value.replace(',', '.')), repaired: decimal !== ',' }
  }
  const grouped = GROUPED.exec(value)
  if (!grouped || (grouped[2] !== undefined && grouped[2] === grouped[1])) return NOT_A_NUMBER
  const [, thousands = '', mark] = grouped
  const whole = value.replaceAll(thousands, '')
  return { value: Number(mark ? whole.replace(mark, '.') : whole), repaired: true }
}

/** Three decimals: grams and litres. Keeps binary noise out of sums. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000
