import { normaliseText } from '../matching/normalise_text.js'
import { finished, hashChar, hashText, powerOfTwo } from './string_table.js'

/**
 * Sequences of whole words, looked for in a text at once: an automaton over words instead of letters, since conditions ask
 * for whole words alone (`holdsWords`). It costs a look-up a word and a few bytes a phrase; nothing is cut out of the text.
 */
export interface PhraseTables {
  /** Open addressing, rows of three: hash, start in `letters`, word + 1. */
  readonly words: Int32Array
  /** Each word: its length, then its letters. */
  readonly letters: Uint16Array
  /** State after a word alone, by word. 0 is none. */
  readonly first: Int32Array
  /** Open addressing, rows of three: state, word, next state; state 0 is an empty row. */
  readonly next: Int32Array
  /** Phrase that ends in a state, or -1. */
  readonly ends: Int32Array
}

const ROW = 3
const SEPARATOR = 0
const DROPPED = 1
/** What `fold` leaves as it is but for the case. */
const ASCII = /^[\x20-\x7e]*$/
/** What each ASCII character is: the letter in upper case, dropped (apostrophes), or between words. */
const CLASS = Uint8Array.from({ length: 128 }, (_, char) => {
  const letter = String.fromCharCode(char).toUpperCase()
  if (/[A-Z0-9]/.test(letter)) return letter.charCodeAt(0)
  return letter === "'" || letter === '`' ? DROPPED : SEPARATOR
})

/** @param phrases normalised (`normaliseText`) and not empty; a phrase's number is its place. */
export const buildPhrases = (phrases: readonly string[]): PhraseTables => {
  const words = new Map<string, number>()
  const steps = new Map<string, number>()
  const ends: number[] = [-1]
  const first: number[] = []
  phrases.forEach((phrase, id) => {
    let state = 0
    for (const word of phrase.split(' ')) {
      const known = words.get(word) ?? words.size
      words.set(word, known)
      const step = `${state} ${known}`
      const next = steps.get(step) ?? ends.push(-1) - 1
      steps.set(step, next)
      if (state === 0) first[known] = next
      state = next
    }
    ends[state] = id
  })
  const table = new Int32Array(ROW * powerOfTwo(2 * words.size + 2))
  const letters = new Uint16Array([...words.keys()].reduce((sum, word) => sum + word.length + 1, 0))
  let at = 0
  for (const [word, id] of words) {
    const hash = hashText(0, word)
    put(table, hash, [hash, at, id + 1], 2)
    letters[at++] = word.length
    for (let letter = 0; letter < word.length; letter++) letters[at++] = word.charCodeAt(letter)
  }
  const next = new Int32Array(ROW * powerOfTwo(2 * steps.size + 2))
  for (const [step, to] of steps) {
    const [from = 0, word = 0] = step.split(' ').map(Number)
    if (from !== 0) put(next, hashStep(from, word), [from, word, to], 0)
  }
  return {
    words: table,
    letters,
    first: Int32Array.from({ length: words.size }, (_, word) => first[word] ?? 0),
    next,
    ends: Int32Array.from(ends),
  }
}

const put = (table: Int32Array, hash: number, row: readonly number[], taken: number): void => {
  const mask = table.length / ROW - 1
  let at = hash & mask
  while (table[at * ROW + taken] !== 0) at = (at + 1) & mask
  table.set(row, at * ROW)
}

const hashStep = (state: number, word: number): number => finished(Math.imul(state, 0x9e3779b1) ^ word)

/** Finds phrases in texts; keeps no more than where it is. */
export class PhraseFinder {
  #active = new Int32Array(16)
  #letters = new Uint16Array(64)

  constructor(readonly tables: PhraseTables) {}

  /** Tells every phrase the text holds, as often as it does. */
  find(given: string, found: (phrase: number) => void): void {
    const text = ASCII.test(given) ? given : normaliseText(given)
    let length = 0
    let hash = 0
    let active = 0
    for (let at = 0; at <= text.length; at++) {
      const char = at < text.length ? text.charCodeAt(at) : 0x20
      const letter = CLASS[char]!
      if (letter > DROPPED) {
        if (length === this.#letters.length) this.#letters = grown(this.#letters)
        this.#letters[length++] = letter
        hash = hashChar(hash, letter)
      } else if (letter === SEPARATOR && length > 0) {
        active = this.#step(this.#word(finished(hash), length), active, found)
        length = 0
        hash = 0
      }
    }
  }

  #word(hash: number, length: number): number {
    const { words, letters } = this.tables
    const mask = words.length / ROW - 1
    for (let row = hash & mask; ; row = (row + 1) & mask) {
      const id = words[row * ROW + 2]!
      if (id === 0) return -1
      if (words[row * ROW] !== hash) continue
      const start = words[row * ROW + 1]!
      if (letters[start] !== length) continue
      let at = 0
      while (at < length && letters[start + 1 + at] === this.#letters[at]) at++
      if (at === length) return id - 1
    }
  }

  /** Moves every phrase that is under way on by a word, and begins those that start with it. */
  #step(word: number, active: number, found: (phrase: number) => void): number {
    if (word < 0) return 0
    const { ends, first } = this.tables
    let kept = 0
    for (let at = 0; at < active; at++) {
      const state = this.#next(this.#active[at]!, word)
      if (state === 0) continue
      this.#active[kept++] = state
      if (ends[state]! >= 0) found(ends[state]!)
    }
    const state = first[word]!
    if (state === 0) return kept
    if (kept === this.#active.length) this.#active = grown(this.#active)
    this.#active[kept++] = state
    if (ends[state]! >= 0) found(ends[state]!)
    return kept
  }

  #next(state: number, word: number): number {
    const { next } = this.tables
    const mask = next.length / ROW - 1
    for (let row = hashStep(state, word) & mask; ; row = (row + 1) & mask) {
      const from = next[row * ROW]!
      if (from === 0) return 0
      if (from === state && next[row * ROW + 1] === word) return next[row * ROW + 2]!
    }
  }
}

const grown = <A extends Int32Array | Uint16Array>(array: A): A => {
  const larger = new (array.constructor as new (length: number) => A)(array.length * 2)
  larger.set(array)
  return larger
}
