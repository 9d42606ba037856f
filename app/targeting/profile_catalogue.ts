import { THREATS, type Fields, type IndicatorDefinition } from '#core/indicators/definition'
import { argumentParams, argumentsOf } from '#core/indicators/arguments'
import type { IndicatorRegistry } from '#core/indicators/registry'
import { FACT_KEYS, FACT_KINDS, factTitle, type FactValueKind } from '#core/facts/fact_kinds'
import { OPERATORS } from '#core/profiles/operators/main'
import type { FactChoice, FieldView, IndicatorChoice } from '../../resources/pages/profiles/show.props.js'
import { sentence } from './authoring_failure.js'

/** What a condition can be made of: newest indicators with the form of their arguments, and facts with their comparisons. */
export const profileCatalogue = (registry: IndicatorRegistry) => ({
  indicators: registry.all.filter((each) => registry.latest(each.code) === each).map(indicatorChoice),
  facts: FACT_KEYS.map(factChoice),
  threats: [...THREATS],
})

const indicatorChoice = (definition: IndicatorDefinition): IndicatorChoice => ({
  code: definition.code,
  version: definition.version,
  title: sentence(definition.title, argumentParams(argumentsOf(definition, {}))),
  layer: definition.layer,
  group: definition.group,
  points: definition.points,
  args: fieldViews(definition.args as Fields),
})

const fieldViews = (fields: Fields): FieldView[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: sentence(field.label),
    default: typeof field.default === 'object' ? [...field.default] : field.default,
    min: field.min ?? null,
    max: field.max ?? null,
  }))

/** How a form enters a value: codes are typed, a date is an instant in milliseconds. */
const FORM_TYPES: Readonly<Record<FactValueKind, FactChoice['type']>> = {
  text: 'text',
  code: 'text',
  number: 'number',
  date: 'number',
  flag: 'flag',
  list: 'list',
}

const factChoice = (key: (typeof FACT_KEYS)[number]): FactChoice => {
  const { kind, codes } = FACT_KINDS[key]
  return {
    key,
    label: factTitle(key),
    type: FORM_TYPES[kind],
    operators: Object.values(OPERATORS)
      .filter((operator) => operator.kinds.includes(kind))
      .map(({ code }) => code),
    values: codes ? codes.map((value) => ({ value, label: `authoring.value_${value}` })) : null,
  }
}
