import type { FactKey } from '../facts/catalogue.js'
import { FACT_KINDS, factTitle, groupOfFact } from '../facts/fact_kinds.js'
import { valueParam } from '../facts/value_words.js'
import { argumentParams, argumentsOf } from '../indicators/arguments.js'
import type { Group, IndicatorDefinition, Layer, MessageKey } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { Condition, ConditionValue, FactCondition, IndicatorCondition } from './document.js'
import { wantedText } from './judge_fact.js'

/** What a condition asks, as reasons name it. Conditions with the same code score once. */
export interface ConditionSubject {
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly titleParams: Readonly<Record<string, string | number>>
  readonly layer: Layer
  readonly group: Group
  readonly hard: boolean
}

export const conditionSubject = (condition: Condition, registry: IndicatorRegistry): ConditionSubject =>
  condition.kind === 'fact' ? factSubject(condition) : indicatorSubject(condition, definitionOf(condition, registry))

/** @throws when the build has no such indicator: a profile revision pins what must exist. */
export const definitionOf = (condition: IndicatorCondition, registry: IndicatorRegistry): IndicatorDefinition => {
  const definition = registry.find(condition.indicator, condition.version)
  if (definition === null) throw new Error(`E_INDICATOR_MISSING: ${condition.indicator}@${condition.version}`)
  return definition
}

const indicatorSubject = (condition: IndicatorCondition, definition: IndicatorDefinition): ConditionSubject => ({
  code: definition.code,
  version: definition.version,
  title: definition.title,
  titleParams: argumentParams(argumentsOf(definition, condition.args)),
  layer: definition.layer,
  group: definition.group,
  hard: condition.hard ?? definition.hard ?? false,
})

/** The code of a condition's subject. */
export const codeOf = (condition: Condition): string =>
  condition.kind === 'fact'
    ? `fact:${condition.fact}:${condition.operator}:${wantedText(condition.value)}`
    : condition.indicator

/** Where a condition on a fact counts: a controlled code or a name is looked up; a measured or counted figure is weighed. */
export const placeOfFact = (fact: FactKey): { readonly layer: Layer; readonly group: Group } => ({
  layer: FACT_KINDS[fact].kind === 'number' ? 'inductive' : 'deductive',
  group: groupOfFact(fact),
})

const factSubject = (condition: FactCondition): ConditionSubject => ({
  code: codeOf(condition),
  version: 1,
  title: `targeting.operator_${condition.operator}`,
  titleParams: { factKey: factTitle(condition.fact), ...wantedParam(condition) },
  ...placeOfFact(condition.fact),
  hard: condition.hard ?? false,
})

/** "Is filed" reads its value as a switch of the sentence, hence bare. */
const wantedParam = ({ fact, operator, value }: FactCondition) =>
  operator === 'is_filed'
    ? { wanted: wantedText(value) }
    : valueParam('wanted', fact, Array.isArray(value) ? value : wantedText(value), (each) =>
        wantedText(each as ConditionValue)
      )
