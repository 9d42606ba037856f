import type { Fact, FactKey, FactReader } from '../facts/catalogue.js'
import { factTitle } from '../facts/fact_kinds.js'
import { valueWords, type ValueWords } from '../facts/value_words.js'
import type { Evidence, MessageKey, Verdict } from '../indicators/definition.js'
import { clear, hit, unknown } from '../indicators/verdict.js'
import type { ConditionValue, FactCondition } from './document.js'
import { OPERATORS } from './operators/main.js'

/** Longest text shown as evidence of a fact condition. */
const SHOWN = 120

/** Three-valued answer of a fact condition: what is not known is never clear. */
export const judgeFact = (condition: FactCondition, facts: FactReader): Verdict => {
  const fact: Fact<unknown> = facts.get(condition.fact)
  if (OPERATORS[condition.operator].asksFiling) return judgeFiling(condition, fact)
  if (!fact.known) return unknown(condition.fact, fact.why)
  const is = answerTo(condition, fact.value)
  if (is === 'unknown') return unknown(condition.fact, 'not_understood')
  return is === 'hit' ? met(condition, fact) : notMet(condition, fact.value)
}

/** The same without its words. */
export const answerOf = (condition: FactCondition, facts: FactReader): Verdict['is'] => {
  const fact: Fact<unknown> = facts.get(condition.fact)
  if (OPERATORS[condition.operator].asksFiling) return judgeFiling(condition, fact).is
  return fact.known ? answerTo(condition, fact.value) : 'unknown'
}

const answerTo = (condition: FactCondition, actual: unknown): Verdict['is'] => {
  const operator = OPERATORS[condition.operator]
  const values = (Array.isArray(actual) ? actual : [actual]) as (string | number | boolean)[]
  // An element that was filed without a readable value ('') could be anything.
  const readable = values.filter((value) => value !== '')
  const holds = (value: string | number | boolean) => operator.holds(value, condition.value)
  const gap = readable.length < values.length
  if (operator.every) {
    if (!readable.every(holds)) return 'clear'
    return gap ? 'unknown' : 'hit'
  }
  if (readable.some(holds)) return 'hit'
  return gap ? 'unknown' : 'clear'
}

const judgeFiling = (condition: FactCondition, fact: Fact<unknown>): Verdict => {
  if (!fact.known && fact.why !== 'not_filed' && fact.why !== 'not_understood' && fact.why !== 'not_carried') {
    return unknown(condition.fact, fact.why)
  }
  const filed = fact.known || fact.why === 'not_understood'
  if (!OPERATORS.is_filed.holds(filed, condition.value)) return notMet(condition, '')
  return hit({ because: 'targeting.evidence_filed', params: names(condition, ''), paths: fact.known ? fact.from : [] })
}

/** The evidence of a condition of which it is known that it holds of a fact. What is the same whatever the fact says is made once. */
export class Met {
  readonly fact: FactKey
  readonly #asksFiling: boolean
  readonly #factKey: string
  readonly #wanted: ValueWords

  constructor(readonly condition: FactCondition) {
    this.fact = condition.fact
    this.#asksFiling = OPERATORS[condition.operator].asksFiling ?? false
    this.#factKey = factTitle(condition.fact)
    this.#wanted = wantedWords(condition)
  }

  evidence(fact: Fact<unknown>): readonly Evidence[] {
    if (this.#asksFiling) {
      const verdict = judgeFiling(this.condition, fact)
      return verdict.is === 'hit' ? verdict.evidence : []
    }
    if (!fact.known) return []
    const params = paramsOf(this.#factKey, actualWords(this.fact, fact.value), this.#wanted)
    return [{ because: 'targeting.evidence_fact', params, paths: fact.from }]
  }
}

const met = (condition: FactCondition, fact: Extract<Fact<unknown>, { known: true }>): Verdict =>
  hit(...new Met(condition).evidence(fact))

const notMet = (condition: FactCondition, actual: unknown): Verdict => {
  const limit = condition.value
  const distance =
    typeof actual === 'number' && typeof limit === 'number'
      ? Math.abs(actual - limit) / Math.max(1, Math.abs(limit))
      : 1
  const because: MessageKey = condition.operator === 'is_filed' ? 'targeting.nearest_filed' : 'targeting.nearest_fact'
  return clear(because, names(condition, actual), distance)
}

const names = (condition: FactCondition, actual: unknown) =>
  paramsOf(factTitle(condition.fact), actualWords(condition.fact, actual), wantedWords(condition))

/** Written out, since a reason is made for every hit. */
const paramsOf = (factKey: string, actual: ValueWords, wanted: ValueWords): Evidence['params'] => {
  if (actual.areKeys) {
    return wanted.areKeys
      ? { factKey, actualKeys: actual.words, wantedKeys: wanted.words }
      : { factKey, actualKeys: actual.words, wanted: wanted.words }
  }
  return wanted.areKeys
    ? { factKey, actual: actual.words, wantedKeys: wanted.words }
    : { factKey, actual: actual.words, wanted: wanted.words }
}

const actualWords = (fact: FactKey, actual: unknown): ValueWords => valueWords(fact, actual, shown)

const wantedWords = ({ fact, value }: FactCondition): ValueWords =>
  valueWords(fact, value, (each) => wantedText(each as ConditionValue))

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value)).slice(0, SHOWN)

export const wantedText = (value: ConditionValue): string => (Array.isArray(value) ? value.join(', ') : String(value))
