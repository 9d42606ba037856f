/** Letter values of ISO 6346 annex A: 10 to 38 without the multiples of 11. */
const letterValue = (letter: string) => {
  const position = letter.charCodeAt(0) - 65
  return 10 + position + Math.floor((position + 9) / 10)
}

/** Check digit of four letters and six digits. */
const checkDigitOf = (code: string) => {
  const sum = [...code].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : letterValue(character)
    return total + value * 2 ** index
  }, 0)
  return (sum % 11) % 10
}

export interface ReadContainer {
  number: string
  /** Number as typed, when its check digit had to be added or corrected. */
  repairedFrom: string | null
}

/** Reads what looks like a container number, with spaces and without or with a wrong check digit. */
export const readContainerNumber = (typed: string): ReadContainer | null => {
  const compact = typed.replace(/[\s./-]/g, '').toUpperCase()
  if (!/^[A-Z]{4}\d{6,7}$/.test(compact)) return null
  const number = compact.slice(0, 10) + checkDigitOf(compact.slice(0, 10))
  return { number, repairedFrom: number === compact ? null : compact }
}

/** `NRCU4832072` as painted: `NRCU 483 207 2`. Anything else stays as it is. */
export const paintedNumber = (number: string) =>
  /^[A-Z]{4}\d{7}$/.test(number)
    ? `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7, 10)} ${number.slice(10)}`
    : number
