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

/** The country an address ends with, told by its name; `null` where none stands there. */
export const countryAtEnd = (address: string, reference: ReferenceData): CountryInfo | null => {
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
