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
  const { words, areKeys } = valueWords(fact, value, shown)
  return { [areKeys ? `${name}Keys` : name]: words }
}

export interface ValueWords {
  readonly words: string | number
  /** They are keys of texts. */
  readonly areKeys: boolean
}

export const valueWords = (fact: FactKey, value: unknown, shown: (value: unknown) => string): ValueWords => {
  if (typeof value === 'number') return { words: value, areKeys: false }
  if (!hasClosedValues(fact)) return { words: shown(value), areKeys: false }
  const values = (Array.isArray(value) ? value : [value]).map(String)
  const areKeys = values.length > 0 && values.every((each) => isClosedValue(fact, each))
  return { words: areKeys ? values.map((each) => `targeting.value_${each}`).join(' ') : shown(value), areKeys }
}

const hasClosedValues = (fact: FactKey): boolean => {
  const { kind, codes } = FACT_KINDS[fact]
  return kind === 'flag' || codes !== undefined
}

const isClosedValue = (fact: FactKey, value: string): boolean => {
  const { kind, codes } = FACT_KINDS[fact]
  return kind === 'flag' ? value === 'true' || value === 'false' : (codes?.includes(value) ?? false)
}
