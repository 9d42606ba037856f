import { CAN_STILL_ARRIVE, type Fact, type FactSnapshot, type MissingReason } from '../facts/catalogue.js'
import { PhraseFinder } from './phrase_finder.js'
import { saltOf, USES } from './predicate.js'
import { find, finished, hashChar, hashText } from './string_table.js'
import { CLEAR, HIT, UNKNOWN } from './truth.js'
import { larger } from './growing.js'
import type { Vocabulary } from './vocabulary.js'

/** Reasons for which a message did not carry a fact, and therefore whether it was filed is known. */
const SAYS_IF_FILED: ReadonlySet<MissingReason> = new Set(['not_filed', 'not_understood', 'not_carried'])

/**
 * The facts of one consignment in terms of a vocabulary: which tokens they say and which facts are open. One object
 * is used again for every consignment; what it says holds until the next `read`.
 */
export class EncodedFacts {
  /** 1 where a fact is missing, or has elements that cannot be read: what it does not say is unknown then. */
  readonly open: Uint8Array
  /** 1 where some elements of an open fact can be read. */
  readonly partial: Uint8Array
  /** By slot: why an open fact is, and whether it can still arrive. */
  readonly why: MissingReason[] = []
  readonly arrives: Uint8Array
  /** By slot: whether it was filed, three-valued. */
  readonly filed: Uint8Array
  /** By slot: how many limits lie below the figure, and how many not above it. */
  readonly below: Int32Array
  readonly notAbove: Int32Array
  /** 1 for each token that is said. */
  readonly present: Uint8Array
  /** Tokens said, slot after slot; `ends[slot]` is where those of a slot end. */
  #said: Int32Array = new Int32Array(256)
  readonly ends: Int32Array
  readonly #finder: PhraseFinder
  readonly #words: (phrase: number) => void
  readonly #facts: (Fact<unknown> | undefined)[] = []
  #count = 0
  #slot = 0

  constructor(readonly vocabulary: Vocabulary) {
    const slots = vocabulary.facts.length
    this.open = new Uint8Array(slots)
    this.partial = new Uint8Array(slots)
    this.arrives = new Uint8Array(slots)
    this.filed = new Uint8Array(slots)
    this.below = new Int32Array(slots)
    this.notAbove = new Int32Array(slots)
    this.ends = new Int32Array(slots)
    this.present = new Uint8Array(vocabulary.tokens)
    this.#finder = new PhraseFinder(vocabulary.phrases)
    this.#words = (phrase) => this.#say(vocabulary.phraseTokens[phrase * slots + this.#slot]!)
  }

  get said(): Int32Array {
    return this.#said
  }

  read(facts: FactSnapshot): void {
    for (let at = 0; at < this.#count; at++) this.present[this.#said[at]!] = 0
    this.#count = 0
    const { facts: keys } = this.vocabulary
    // In two rounds: the facts of a snapshot lie anywhere in memory, and are waited for together.
    for (let slot = 0; slot < keys.length; slot++) {
      const fact = (facts as Readonly<Record<string, Fact<unknown>>>)[keys[slot]!]
      this.#facts[slot] = fact
      this.open[slot] = fact?.known === true ? 0 : 1
    }
    for (let slot = 0; slot < keys.length; slot++) {
      this.#slot = slot
      this.#fact(this.#facts[slot])
      this.ends[slot] = this.#count
    }
  }

  #fact(fact: Fact<unknown> | undefined): void {
    const slot = this.#slot
    this.partial[slot] = 0
    this.below[slot] = 0
    this.notAbove[slot] = this.vocabulary.limits[slot]!.length
    if (fact?.known !== true) {
      const why = fact?.why ?? 'no_reference'
      this.#leaveOpen(why)
      this.filed[slot] = why === 'not_understood' ? HIT : SAYS_IF_FILED.has(why) ? CLEAR : UNKNOWN
      return
    }
    this.filed[slot] = HIT
    const { value } = fact
    if (!Array.isArray(value)) return this.#value(value)
    for (const each of value) this.#value(each)
  }

  #leaveOpen(why: MissingReason): void {
    this.open[this.#slot] = 1
    this.why[this.#slot] = why
    this.arrives[this.#slot] = Number(CAN_STILL_ARRIVE.has(why))
  }

  #value(value: unknown): void {
    const slot = this.#slot
    if (value === '') {
      this.partial[slot] = 1
      return this.#leaveOpen('not_understood')
    }
    const uses = this.vocabulary.uses[slot]!
    if (typeof value === 'string') {
      if (uses & USES.values) this.#look('text', value.trim().toUpperCase())
      if (uses & USES.prefixes) this.#prefixes(value.toUpperCase())
      if (uses & USES.phrases) this.#finder.find(value, this.#words)
    } else if (typeof value === 'number') {
      if (uses & USES.values) this.#look('number', String(value))
      if (uses & USES.limits) this.#rank(value)
    } else if (uses & USES.values) this.#look('flag', String(value))
  }

  #look(kind: 'text' | 'number' | 'flag', text: string): void {
    const salt = saltOf(this.#slot, kind)
    const token = find(this.vocabulary.texts, salt, text, text.length, hashText(salt, text))
    if (token >= 0) this.#say(token)
  }

  #prefixes(text: string): void {
    const salt = saltOf(this.#slot, 'prefix')
    let hash = salt
    let at = 0
    for (const length of this.vocabulary.prefixes[this.#slot]!) {
      if (length > text.length) return
      while (at < length) hash = hashChar(hash, text.charCodeAt(at++))
      const token = find(this.vocabulary.texts, salt, text, length, finished(hash))
      if (token >= 0) this.#say(token)
    }
  }

  /** Of several figures any is enough: the largest counts for "over", the smallest for "under". */
  #rank(value: number): void {
    if (Number.isNaN(value)) return
    const slot = this.#slot
    const limits = this.vocabulary.limits[slot]!
    const below = lowerBound(limits, value)
    this.below[slot] = Math.max(this.below[slot]!, below)
    this.notAbove[slot] = Math.min(this.notAbove[slot]!, limits[below] === value ? below + 1 : below)
  }

  #say(token: number): void {
    if (token < 0 || this.present[token] === 1) return
    this.present[token] = 1
    if (this.#count === this.#said.length) this.#said = larger(this.#said)
    this.#said[this.#count++] = token
  }
}

/** How many of the ascending limits lie below a value. */
export const lowerBound = (limits: Float64Array, value: number): number => {
  let low = 0
  let high = limits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (limits[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
