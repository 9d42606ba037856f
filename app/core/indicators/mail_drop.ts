import { normaliseText } from '../matching/normalise_text.js'
import { MAIL_DROP_SIGNS, MAIL_DROP_WORDS, NUMBER } from './lexicons/mail_drops.js'

/** The words of an address that name a post box or a mail counter; `null` when none do. */
export const findMailDrop = (address: string): string | null => {
  const written = address.normalize('NFKC')
  const sign = MAIL_DROP_SIGNS.find((each) => written.includes(each))
  if (sign !== undefined) return sign
  const words = normaliseText(address)
    .replace(/([A-Z])(?=\d)/g, '$1 ')
    .split(' ')
  for (let at = 0; at < words.length; at++) {
    const found = MAIL_DROP_WORDS.find((drop) => drop.every((word, offset) => isWord(words[at + offset], word)))
    if (found) return words.slice(at, at + found.length).join(' ')
  }
  return null
}

const isWord = (word: string | undefined, wanted: string): boolean =>
  wanted === NUMBER ? word !== undefined && /^\d/.test(word) : word === wanted
