import { normaliseName } from '../matching/normalise_name.js'
import { normaliseText } from '../matching/normalise_text.js'
import { COMPANY_WORDS, GIVEN_NAMES, TITLES } from './lexicons/person_names.js'

/**
 * Whether a name looks like a private person's: two to five words, no word of a company, and a title or
 * a given name in front. A trader under its owner's name looks the same: a sign, not a proof.
 */
export const isPersonName = (name: string): boolean => {
  const text = normaliseText(name)
  const words = text.split(' ')
  if (words.length < 2 || words.length > 6 || /\d/.test(text)) return false
  if (words.some((word) => COMPANY_WORDS.has(word))) return false
  // A legal form at the end is what comparing names drops.
  if (normaliseName(name) !== joined(text)) return false
  return TITLES.has(words[0] ?? '') || words.slice(0, 2).some((word) => GIVEN_NAMES.has(word))
}

/** Initials that stand apart joined, as `normaliseName` joins them. */
const joined = (text: string): string => text.replace(/\b([A-Z]) (?=[A-Z]\b)/g, '$1')
