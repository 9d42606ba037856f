import { canonicalJson } from '../../assessment/canonical.js'
import type { ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition } from '../../profiles/document.js'
import { questionOf } from '../../profiles/question.js'
import type { Questions } from './questions.js'

/** Of a subject what it has in common with many others. */
export type Kind = Pick<ConditionSubject, 'version' | 'title' | 'layer' | 'group' | 'hard'>

/**
 * What conditions of live profiles ask, of one question and hardness: all about it that is the same for every consignment.
 */
export class Asked {
  readonly code: string
  readonly titleParams: ConditionSubject['titleParams']

  /**
   * @param condition one of those that ask it; what it is worth is not theirs in common.
   * @param question among the questions of its compiled set that only the weighing can answer, or -1.
   */
  constructor(
    readonly kind: Kind,
    { code, titleParams }: ConditionSubject,
    readonly condition: Condition,
    readonly question: number,
    readonly questions: Questions
  ) {
    this.code = code
    this.titleParams = titleParams
  }

  get subjectText(): string {
    const { code, titleParams, kind } = this
    return canonicalJson({ ...kind, code, titleParams })
  }

  /** Equal for conditions that ask the same. */
  get name(): string {
    return questionOf(this.condition)
  }
}
