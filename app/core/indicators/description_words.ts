import { normaliseText } from '../matching/normalise_text.js'
import { PACKING_WORDS } from './lexicons/packing_words.js'

const COUNT = /^\d/

/** The normalised description without the counts, single letters (`S.T.C.`) and packing words around it. */
export const withoutPacking = (text: string): string => {
  const words = normaliseText(text).split(' ')
  const isPacking = (word: string | undefined) =>
    word !== undefined && (word.length === 1 || COUNT.test(word) || PACKING_WORDS.has(word))
  let start = 0
  let end = words.length
  while (start < end && isPacking(words[start])) start++
  while (end > start && isPacking(words[end - 1])) end--
  return words.slice(start, end).join(' ')
}

/** Words that say something of the goods: three letters or more, no digits, no packing. */
export const meaningfulWords = (text: string): readonly string[] =>
  normaliseText(text)
    .split(' ')
    .filter((word) => /^[A-Z]{3,}$/.test(word) && !PACKING_WORDS.has(word))
