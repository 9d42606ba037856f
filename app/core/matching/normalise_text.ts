import { fold } from './fold.js'

/** Words of a free text: folded, apostrophes dropped, everything else that is no letter or digit a single space. */
export const normaliseText = (text: string): string =>
  fold(text)
    .replace(/['`]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

/** Whether a normalised text holds a normalised sequence of whole words. */
export const holdsWords = (text: string, words: string): boolean => words !== '' && ` ${text} `.includes(` ${words} `)
