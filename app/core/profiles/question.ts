import { canonicalJson } from '../assessment/canonical.js'
import type { Condition } from './document.js'

/** Equal for conditions that ask the same, whatever they are worth. */
export const questionOf = (condition: Condition): string =>
  condition.kind === 'fact'
    ? `fact ${condition.fact} ${condition.operator} ${canonicalJson(condition.value)}`
    : `indicator ${condition.indicator}@${condition.version} ${canonicalJson(condition.args)}`
