import type { FactValueKind } from '../facts/fact_kinds.js'
import type { ConditionValue, Operator } from './document.js'

export type ConditionValueKind = 'text' | 'number' | 'flag' | 'list'

/** How a fact condition compares. Asked only of facts that are known, except where `asksFiling`. */
export interface OperatorDefinition {
  readonly code: Operator
  /** Kinds of fact it can be asked of. */
  readonly kinds: readonly FactValueKind[]
  readonly takes: readonly ConditionValueKind[]
  /** It asks whether the fact was filed, not what it says. */
  readonly asksFiling?: boolean
  /** Of a fact that holds several values, `holds` gets each: any is enough, or, where `every`, all must. */
  readonly every?: boolean
  /** Where a text has to be more than a text: whether it can be asked with. */
  readonly accepts?: (wanted: ConditionValue) => boolean
  holds(actual: string | number | boolean, wanted: ConditionValue): boolean
}
