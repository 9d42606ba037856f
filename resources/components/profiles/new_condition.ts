import type { ConditionInput, FactChoice, ProfileShowProps } from '../../pages/profiles/show.props.js'

const firstValue = ({ type, values }: FactChoice) => {
  if (values?.[0]) return values[0].value
  if (type === 'number') return 0
  return type === 'flag' ? true : ''
}

/** A condition with its defaults, from `indicator:<code>` or `fact:<key>`. */
export const conditionFor = (
  choice: string,
  catalogue: ProfileShowProps['catalogue'],
  id: string
): ConditionInput | null => {
  const [kind, name] = choice.split(/:(.*)/s)
  if (kind === 'indicator') {
    const indicator = catalogue.indicators.find(({ code }) => code === name)
    if (!indicator) return null
    const args = Object.fromEntries(indicator.args.map((field) => [field.name, field.default]))
    return { kind, id, points: indicator.points, indicator: indicator.code, version: indicator.version, args }
  }
  const fact = catalogue.facts.find(({ key }) => key === name)
  if (!fact) return null
  return { kind: 'fact', id, points: 0, fact: fact.key, operator: fact.operators[0] ?? 'is', value: firstValue(fact) }
}

let made = 0

/** Unique in the document and over its revisions; `crypto.randomUUID` is missing on plain http. */
export const newConditionId = () => `${Date.now().toString(36)}-${(made += 1)}`
