import { questionOf } from '../profiles/question.js'
import { normaliseText } from '../matching/normalise_text.js'
import type { FactKey } from '../facts/catalogue.js'
import type { Condition, FactCondition } from '../profiles/document.js'
import { buildPhrases, type PhraseTables } from './phrase_finder.js'
import {
  ASK,
  FILED,
  MOST_OPERANDS,
  NONE,
  OVER,
  saltOf,
  SOME,
  UNDER,
  USES,
  type Predicate,
  type TokenKind,
} from './predicate.js'
import { StringTableBuilder, type StringTable } from './string_table.js'

/** Texts longer than this are judged one by one: nobody looks for them often. */
const LONGEST = 1000

/** Everything conditions ask about, numbered. */
export interface Vocabulary {
  readonly facts: readonly FactKey[]
  /** By slot, of `USES`. */
  readonly uses: Int32Array
  readonly texts: StringTable
  readonly tokens: number
  /** Lengths of prefixes by slot, ascending. */
  readonly prefixes: readonly Int32Array[]
  /** Limits by slot, ascending: a figure is compared as a rank among them. */
  readonly limits: readonly Float64Array[]
  readonly phrases: PhraseTables
  /** Token of a phrase in a fact, by `phrase * facts.length + slot`; -1 where nobody asks. */
  readonly phraseTokens: Int32Array
  /** What only the weighing can answer. */
  readonly questions: readonly Condition[]
}

interface Slot {
  uses: number
  readonly prefixes: Set<number>
  readonly limits: Set<number>
}

/** Turns conditions into predicates and collects what they speak of. */
export class VocabularyBuilder {
  readonly #facts = new Map<FactKey, number>()
  readonly #slots: Slot[] = []
  readonly #texts = new StringTableBuilder()
  readonly #tokens: { readonly slot: number; readonly kind: TokenKind; readonly text: string }[] = []
  readonly #questions = new Map<string, number>()
  readonly #asked: Condition[] = []

  get tokens(): readonly { readonly slot: number; readonly kind: TokenKind; readonly text: string }[] {
    return this.#tokens
  }

  /** The fact of a slot. */
  fact(slot: number): FactKey {
    return [...this.#facts.keys()][slot]!
  }

  predicate(condition: Condition): Predicate {
    const found = condition.kind === 'fact' ? this.#ofFact(condition) : null
    return found === null || ('tokens' in found && found.tokens.length > MOST_OPERANDS) ? this.#ask(condition) : found
  }

  /** `null` where the operator, or the value it was given, has no index. */
  #ofFact({ fact, operator, value }: FactCondition): Predicate | null {
    const slot = this.#slot(fact)
    const texts = textsOf(value)
    switch (operator) {
      case 'is':
      case 'is_not': {
        const token = Array.isArray(value) ? null : this.#valueToken(slot, value as string | number | boolean)
        return token === null ? null : { op: operator === 'is' ? SOME : NONE, slot, tokens: [token] }
      }
      case 'is_one_of':
      case 'is_none_of': {
        if (!Array.isArray(value) || texts === null) return null
        const tokens = texts.map((each) => this.#valueToken(slot, each)!)
        return { op: operator === 'is_one_of' ? SOME : NONE, slot, tokens: distinct(tokens) }
      }
      case 'starts_with': {
        if (texts === null) return null
        const prefixes = texts.filter((each) => each !== '').map((each) => each.trim().toUpperCase())
        return { op: SOME, slot, tokens: distinct(prefixes.map((each) => this.#token(slot, 'prefix', each))) }
      }
      case 'contains_word': {
        if (texts === null) return null
        const phrases = texts.map(normaliseText).filter((each) => each !== '')
        return { op: SOME, slot, tokens: distinct(phrases.map((each) => this.#token(slot, 'phrase', each))) }
      }
      case 'is_over':
      case 'is_under': {
        if (typeof value !== 'number') return null
        this.#slots[slot]!.uses |= USES.limits
        this.#slots[slot]!.limits.add(value)
        return { op: operator === 'is_over' ? OVER : UNDER, slot, limit: value }
      }
      case 'is_filed':
        return typeof value === 'boolean' ? { op: FILED, slot, wanted: value } : null
      default:
        return null
    }
  }

  #ask(condition: Condition): Predicate {
    const name = questionOf(condition)
    const question = this.#questions.get(name) ?? this.#asked.push(condition) - 1
    this.#questions.set(name, question)
    return { op: ASK, question }
  }

  #slot(fact: FactKey): number {
    const known = this.#facts.get(fact)
    if (known !== undefined) return known
    this.#facts.set(fact, this.#slots.length)
    return this.#slots.push({ uses: 0, prefixes: new Set(), limits: new Set() }) - 1
  }

  /** Equal as `same` has it: texts whatever their case and outer spaces, figures and flags as they are. */
  #valueToken(slot: number, value: string | number | boolean): number | null {
    if (typeof value === 'string')
      return value.length > LONGEST ? null : this.#token(slot, 'text', value.trim().toUpperCase())
    if (typeof value === 'number') return this.#token(slot, 'number', String(value))
    return this.#token(slot, 'flag', String(value))
  }

  #token(slot: number, kind: TokenKind, text: string): number {
    const token = this.#texts.id(saltOf(slot, kind), text)
    if (token < this.#tokens.length) return token
    this.#tokens.push({ slot, kind, text })
    const of = this.#slots[slot]!
    of.uses |= kind === 'phrase' ? USES.phrases : kind === 'prefix' ? USES.prefixes : USES.values
    if (kind === 'prefix') of.prefixes.add(text.length)
    return token
  }

  build(): Vocabulary {
    const slots = this.#slots.length
    const phrases = distinct(this.#tokens.filter(({ kind }) => kind === 'phrase').map(({ text }) => text))
    const numbers = new Map(phrases.map((phrase, at) => [phrase, at]))
    const phraseTokens = new Int32Array(phrases.length * slots).fill(-1)
    this.#tokens.forEach(({ slot, kind, text }, token) => {
      if (kind === 'phrase') phraseTokens[numbers.get(text)! * slots + slot] = token
    })
    return {
      facts: [...this.#facts.keys()],
      uses: Int32Array.from(this.#slots, ({ uses }) => uses),
      texts: this.#texts.build(),
      tokens: this.#tokens.length,
      prefixes: this.#slots.map((slot) => Int32Array.from(slot.prefixes).sort()),
      limits: this.#slots.map((slot) => Float64Array.from(slot.limits).sort()),
      phrases: buildPhrases(phrases),
      phraseTokens,
      questions: this.#asked,
    }
  }
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** `null` for anything but one text or several, of lengths worth an index. */
const textsOf = (value: FactCondition['value']): readonly string[] | null => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
  return texts.every((each): each is string => typeof each === 'string' && each.length <= LONGEST) ? texts : null
}
