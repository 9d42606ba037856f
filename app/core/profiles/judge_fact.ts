import type { Fact, FactKey, FactReader } from '../facts/catalogue.js'
import { factTitle } from '../facts/fact_kinds.js'
import { valueParam } from '../facts/value_words.js'
import type { Evidence, MessageKey, Verdict } from '../indicators/definition.js'
import { clear, hit, unknown } from '../indicators/verdict.js'
import type { ConditionValue, FactCondition } from './document.js'
import { OPERATORS } from './operators/main.js'

/** Longest text shown as evidence of a fact condition. */
const SHOWN = 120

/** Three-valued answer of a fact condition: what is not known is never clear. */
export const judgeFact = (condition: FactCondition, facts: FactReader): Verdict => {
  const operator = OPERATORS[condition.operator]
  const fact: Fact<unknown> = facts.get(condition.fact)
  if (operator.asksFiling) return judgeFiling(condition, fact)
  if (!fact.known) return unknown(condition.fact, fact.why)
  const values = (Array.isArray(fact.value) ? fact.value : [fact.value]) as (string | number | boolean)[]
  // An element that was filed without a readable value ('') could be anything.
  const readable = values.filter((value) => value !== '')
  const holds = (value: string | number | boolean) => operator.holds(value, condition.value)
  const gap = readable.length < values.length
  if (operator.every) {
    if (!readable.every(holds)) return notMet(condition, fact.value)
    return gap ? unknown(condition.fact, 'not_understood') : met(condition, fact)
  }
  if (readable.some(holds)) return met(condition, fact)
  return gap ? unknown(condition.fact, 'not_understood') : notMet(condition, fact.value)
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
  readonly #factKey: string
  readonly #wanted: Readonly<Record<string, string | number>>

  constructor(readonly condition: FactCondition) {
    this.#factKey = factTitle(condition.fact)
    this.#wanted = wantedParam(condition)
  }

  evidence(fact: Fact<unknown>): readonly Evidence[] {
    const { condition } = this
    if (OPERATORS[condition.operator].asksFiling) {
      const verdict = judgeFiling(condition, fact)
      return verdict.is === 'hit' ? verdict.evidence : []
    }
    if (!fact.known) return []
    const params = { factKey: this.#factKey, ...actualParam(condition.fact, fact.value), ...this.#wanted }
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

const names = (condition: FactCondition, actual: unknown) => ({
  factKey: factTitle(condition.fact),
  ...actualParam(condition.fact, actual),
  ...wantedParam(condition),
})

const actualParam = (fact: FactKey, actual: unknown) => valueParam('actual', fact, actual, shown)

const wantedParam = ({ fact, value }: FactCondition) =>
  valueParam('wanted', fact, value, (each) => wantedText(each as ConditionValue))

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value)).slice(0, SHOWN)

export const wantedText = (value: ConditionValue): string => (Array.isArray(value) ? value.join(', ') : String(value))
