import type { CountryInfo, ReferenceData } from '../../reference/reference_data.js'

/** Longest name of a country in words. */
const MOST_WORDS = 5
const LEAST_LETTERS = 4
/** Countries whose names are those of a state or province elsewhere too. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['GE', 'JE'])
/** Territories written under the name of the country they belong to, and back. */
const SAME = [
  ['CN', 'HK', 'MO', 'TW'],
  ['US', 'PR', 'VI', 'GU'],
  ['FR', 'GP', 'MQ', 'GF', 'RE'],
] as const

const isAsciiLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** The last word in upper case; empty where a sign beyond ASCII makes it hard to tell. */
const lastWord = (address: string): string => {
  let end = address.length
  while (end > 0 && !isAsciiLetter(address.charCodeAt(end - 1))) {
    if (address.charCodeAt(end - 1) > 127) return ''
    end -= 1
  }
  let start = end
  while (start > 0 && isAsciiLetter(address.charCodeAt(start - 1))) start -= 1
  if (start > 0 && address.charCodeAt(start - 1) > 127) return ''
  return address.slice(start, end).toUpperCase()
}

/** The country an address ends with, told by its name; `null` where none stands there. */
export const countryAtEnd = (address: string, reference: ReferenceData): CountryInfo | null => {
  // Most addresses end with a town.
  if (!reference.endsCountryName(lastWord(address))) return null
  const words = address
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const name = words.slice(-count).join(' ')
    if (name.length < LEAST_LETTERS) continue
    const found = reference.countryNamed(name)
    // `NEW MEXICO` and `NEW JERSEY` are no countries.
    if (found) return AMBIGUOUS.has(found.alpha2) || words.at(-count - 1) === 'NEW' ? null : found
  }
  return null
}

/** Whether two codes may both be right for one address. */
export const mayBeSame = (one: string, other: string): boolean =>
  one === other || SAME.some((group) => group.some((code) => code === one) && group.some((code) => code === other))
