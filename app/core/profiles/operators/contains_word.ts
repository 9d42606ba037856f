import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import type { OperatorDefinition } from '../operator.js'

/** One word, or several in sequence; of a list of words any is enough. Case, accents and script do not matter. */
export const containsWord: OperatorDefinition = {
  code: 'contains_word',
  kinds: ['text', 'list'],
  takes: ['text', 'list'],
  holds: (actual, wanted) => {
    if (typeof actual !== 'string') return false
    const text = normaliseText(actual)
    const words = typeof wanted === 'string' ? [wanted] : Array.isArray(wanted) ? (wanted as readonly string[]) : []
    return words.some((each) => holdsWords(text, normaliseText(each)))
  },
}
