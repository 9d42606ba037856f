import type { FactReader } from '../facts/catalogue.js'
import type { IndicatorDefinition } from './definition.js'

/** An indicator sees the facts it declares and no others, so that `reads` is the truth. */
export const declaredFacts = (
  definition: Pick<IndicatorDefinition, 'code' | 'reads'>,
  facts: FactReader
): FactReader => ({
  get: (key) => {
    if (!definition.reads.includes(key)) throw new Error(`E_FACT_UNDECLARED: ${definition.code} reads ${key}`)
    return facts.get(key)
  },
})
