/** Outcome of a check-digit test. Bad digits are Problems of data, so nothing here throws. */
export interface CheckDigitResult {
  /** Upper case, without separators and prefix. */
  readonly normalised: string
  readonly valid: boolean
  /** The digit the rest of the number calls for; `null` when the number does not have the shape at all. */
  readonly expected: number | null
}

const CONTAINER = /^([A-Z]{3}[UJZ]\d{6})(\d?)$/
const IMO = /^(\d{6})(\d)$/
const GLN = /^(\d{12})(\d)$/

/** ISO 6346: A is 10, and the values that 11 divides (11, 22, 33) are skipped. */
const letterValue = (letter: string): number => {
  const position = letter.charCodeAt(0) - 65
  return 10 + position + Math.ceil(position / 10)
}

/**
 * Checks an ISO 6346 freight container number of owner (3 letters), category (U, J or Z), serial
 * (6 digits) and check digit. A number without its check digit is not valid, but `expected` says
 * which digit is missing. Remainder 10 gives digit 0.
 */
export const containerCheckDigit = (number: string): CheckDigitResult => {
  const normalised = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const shape = CONTAINER.exec(normalised)
  if (!shape) return { normalised, valid: false, expected: null }
  const [, body = '', digit = ''] = shape
  const sum = [...body].reduce(
    (total, sign, at) => total + (sign >= 'A' ? letterValue(sign) : Number(sign)) * 2 ** at,
    0
  )
  const expected = (sum % 11) % 10
  return { normalised, valid: digit === String(expected), expected }
}

/**
 * Checks an IMO ship identification number, with or without the `IMO` prefix: last digit of the
 * sum of the first six digits weighted 7 to 2. One in ten random numbers passes, and lists hold
 * numbers that do not: warn, never reject.
 */
export const imoCheckDigit = (number: string): CheckDigitResult => {
  const normalised = number
    .toUpperCase()
    .replace(/[\s.:-]/g, '')
    .replace(/^IMO(?:NO)?/, '')
  const shape = IMO.exec(normalised)
  if (!shape) return { normalised, valid: false, expected: null }
  const [, body = '', digit = ''] = shape
  const expected = [...body].reduce((total, sign, at) => total + Number(sign) * (7 - at), 0) % 10
  return { normalised, valid: digit === String(expected) && body !== '000000', expected }
}

/** Checks a GS1 Global Location Number (13 digits, weights 1 and 3, modulo 10). */
export const glnCheckDigit = (number: string): CheckDigitResult => {
  const normalised = number.replace(/[\s-]/g, '')
  const shape = GLN.exec(normalised)
  if (!shape) return { normalised, valid: false, expected: null }
  const [, body = '', digit = ''] = shape
  const sum = [...body].reduce((total, sign, at) => total + Number(sign) * (at % 2 === 0 ? 1 : 3), 0)
  const expected = (10 - (sum % 10)) % 10
  return { normalised, valid: digit === String(expected), expected }
}
