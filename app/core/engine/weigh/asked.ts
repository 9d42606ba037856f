import { canonicalJson } from '../../assessment/canonical.js'
import type { Reason } from '../../assessment/assessment.js'
import type { ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition, FactCondition, ProfileRevision } from '../../profiles/document.js'
import { metBy, type Met } from '../../profiles/judge_fact.js'
import { questionOf } from '../../profiles/question.js'
import type { Questions } from './questions.js'

/** Of a condition, what the ledger knows by numbers. */
export interface Numbers {
  /** Equal for equal subjects of one compiled set. */
  readonly subjectNumber: number
  /** Among the questions that only the weighing can answer, or -1. */
  readonly question: number
  /** Those questions of its compiled set. */
  readonly questions: Questions
  /** Of its code, and of its subject's group in `GROUPS`; where its layer and group stand in the waterfall. */
  readonly code: number
  readonly group: number
  readonly order: number
  /** Where its profile's threat stands in `THREATS`. */
  readonly threat: number
}

/** A condition of a live profile that gives points or is hard, with everything about it that is the same for every consignment. */
export class Asked implements Numbers {
  readonly subjectNumber: number
  readonly question: number
  readonly questions: Questions
  readonly code: number
  readonly group: number
  readonly order: number
  readonly threat: number
  /** Where it comes from, as a reason lists it. */
  readonly sources: Reason['profiles']
  #sourceText = ''
  #met: Met | null = null

  constructor(
    readonly condition: Condition,
    { profile, revision }: ProfileRevision,
    readonly subject: ConditionSubject,
    numbers: Numbers
  ) {
    this.subjectNumber = numbers.subjectNumber
    this.question = numbers.question
    this.questions = numbers.questions
    this.code = numbers.code
    this.group = numbers.group
    this.order = numbers.order
    this.threat = numbers.threat
    this.sources = [{ profile, revision, condition: condition.id }]
  }

  get subjectText(): string {
    return canonicalJson(this.subject)
  }

  get sourceText(): string {
    return (this.#sourceText ||= canonicalJson(this.sources[0]))
  }

  /** Equal for conditions that ask the same. */
  get name(): string {
    return questionOf(this.condition)
  }

  /** Of a condition on a fact that is known to hold of it. */
  get met(): Met {
    return (this.#met ??= metBy(this.condition as FactCondition))
  }
}
