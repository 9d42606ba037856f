import type { MessageKey } from '../indicators/definition.js'
import type { MessageParams } from '../indicators/message_params.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import { conditionSubject } from './condition_subject.js'
import type { Condition, ProfileDocument } from './document.js'

/** A clause of the sentence "in words"; `parts` are joined as a list in the reader's language. */
export interface DescribedClause {
  readonly clause: MessageKey
  readonly parts: readonly DescribedCondition[]
}
export interface DescribedCondition {
  readonly id: string
  readonly words: MessageKey
  /** Take through `resolveParams` before translating. */
  readonly params: MessageParams
  readonly points: number
}

/** What alerts and courts read: generated from the document, never typed. */
export const describe = (document: ProfileDocument, registry: IndicatorRegistry): readonly DescribedClause[] => {
  const clause = (key: MessageKey, conditions: readonly Condition[]): DescribedClause[] =>
    conditions.length === 0 ? [] : [{ clause: key, parts: conditions.map((condition) => part(condition, registry)) }]
  const selects = document.all.length + document.any.length > 0
  return [
    ...(selects ? [] : [{ clause: 'targeting.words_everything' as const, parts: [] }]),
    ...clause('targeting.words_all', document.all),
    ...clause('targeting.words_any', document.any),
    ...clause(
      'targeting.words_adds',
      document.adds.filter((condition) => condition.points >= 0)
    ),
    ...clause(
      'targeting.words_relief',
      document.adds.filter((condition) => condition.points < 0)
    ),
  ]
}

const part = (condition: Condition, registry: IndicatorRegistry): DescribedCondition => {
  const { title, titleParams } = conditionSubject(condition, registry)
  return { id: condition.id, words: title, params: titleParams, points: condition.points }
}
