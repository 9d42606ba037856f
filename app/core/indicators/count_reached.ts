import type { FactKey, FactReader, FactTypes } from '../facts/catalogue.js'
import type { MessageKey, Verdict } from './definition.js'
import { clear, hit, unknown } from './verdict.js'

/** Facts that hold a number. */
type NumberKey = { [K in FactKey]: FactTypes[K] extends number ? K : never }[FactKey]

/** Shared by indicators that hit from a number of something on: its sentence gets `{count}`. */
export const countReached = (facts: FactReader, key: NumberKey, limit: number, because: MessageKey): Verdict => {
  const fact = facts.get(key)
  if (!fact.known) return unknown(key, fact.why)
  const count = Math.round(fact.value * 100) / 100
  if (fact.value < limit) return clear('targeting.nearest_count', { count, limit }, (limit - fact.value) / limit)
  return hit({ because, params: { count }, paths: fact.from })
}
