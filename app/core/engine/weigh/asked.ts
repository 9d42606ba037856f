import { canonicalJson } from '../../assessment/canonical.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import { conditionSubject, type ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition, ProfileRevision } from '../../profiles/document.js'
import { questionOf } from '../../profiles/question.js'
import type { Questions } from './questions.js'

/** A condition of a live profile that gives points or is hard, with everything about it that is the same for every consignment. */
export class Asked {
  readonly #registry: IndicatorRegistry
  #subject: ConditionSubject | null = null
  #subjectText = ''
  #sourceText = ''
  #name = ''
  readonly source: { readonly profile: string; readonly revision: number; readonly condition: string }

  constructor(
    readonly condition: Condition,
    { profile, revision }: ProfileRevision,
    registry: IndicatorRegistry,
    readonly is: {
      readonly claim: number
      /** Its number among the questions that only the weighing can answer, or -1. */
      readonly question: number
      /** Those questions of its compiled set. */
      readonly questions: Questions
      /** Numbers of the code and, in `GROUPS`, of the group of its subject; where its profile's threat stands in `THREATS`. */
      readonly code: number
      readonly group: number
      readonly threat: number
    }
  ) {
    this.#registry = registry
    this.source = { profile, revision, condition: condition.id }
  }

  get subject(): ConditionSubject {
    return (this.#subject ??= conditionSubject(this.condition, this.#registry))
  }

  get subjectText(): string {
    return (this.#subjectText ||= canonicalJson(this.subject))
  }

  get sourceText(): string {
    return (this.#sourceText ||= canonicalJson(this.source))
  }

  /** Equal for conditions that ask the same. */
  get name(): string {
    return (this.#name ||= questionOf(this.condition))
  }
}
