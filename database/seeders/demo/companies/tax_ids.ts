import type { Random } from '../prng.js'

/** Guatemala: weights 2, 3, 4 … from the right, modulo 11, remainder 10 is written K. */
export const nitWithCheckDigit = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  const check = (11 - (sum % 11)) % 11
  return `${body}${check === 10 ? 'K' : check}`
}

export const drawNit = (random: Random): string =>
  nitWithCheckDigit(`${random.int(1, 9)}${random.digits(random.int(5, 7))}`)

/** Jamaica: nine digits. */
export const drawTrn = (random: Random): string => `00${random.int(1, 9)}${random.digits(6)}`
