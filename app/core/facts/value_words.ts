import type { FactKey } from './catalogue.js'
import { FACT_KINDS } from './fact_kinds.js'

/**
 * Message parameter for a value of a fact: closed values go as keys of their texts
 * (`<name>Keys`, separated by spaces), so that each reader sees them in their own language;
 * figures stay numbers and everything else is shown as filed.
 */
export const valueParam = (
  name: string,
  fact: FactKey,
  value: unknown,
  shown: (value: unknown) => string
): Readonly<Record<string, string | number>> => {
  if (typeof value === 'number') return { [name]: value }
  if (!hasClosedValues(fact)) return { [name]: shown(value) }
  const values = (Array.isArray(value) ? value : [value]).map(String)
  const closed = values.length > 0 && values.every((each) => isClosedValue(fact, each))
  return closed
    ? { [`${name}Keys`]: values.map((each) => `targeting.value_${each}`).join(' ') }
    : { [name]: shown(value) }
}

const hasClosedValues = (fact: FactKey): boolean => {
  const { kind, codes } = FACT_KINDS[fact]
  return kind === 'flag' || codes !== undefined
}

const isClosedValue = (fact: FactKey, value: string): boolean => {
  const { kind, codes } = FACT_KINDS[fact]
  return kind === 'flag' ? value === 'true' || value === 'false' : (codes?.includes(value) ?? false)
}
