import { canonicalJson } from '../../assessment/canonical.js'
import { placeInWaterfall } from '../../assessment/order.js'
import { questionOf } from '../../profiles/question.js'
import { GROUPS, THREATS, type Threat } from '../../indicators/definition.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import { conditionSubject, type ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition, ProfileRevision } from '../../profiles/document.js'
import { conditionsOf, type CompiledProfiles } from '../compile.js'
import type { CodeBook } from './claims.js'
import { ASK, HEAD } from '../predicate.js'

/** A condition of a live profile with everything about it that is the same for every consignment. */
export interface Asked {
  readonly condition: Condition
  /** Its number in the compiled set. */
  readonly number: number
  /** Its number among the questions that only the weighing can answer, or -1. */
  readonly question: number
  /** Slot of its fact, where its question is none that only the weighing can answer. */
  readonly slot: number
  /** Equal for conditions that ask the same. */
  readonly name: string
  readonly subject: ConditionSubject
  readonly subjectText: string
  /** Equal for equal subjects of one compiled set. */
  readonly subjectNumber: number
  /** Numbers of the code and, in `GROUPS`, of the group of its subject. */
  readonly code: number
  readonly group: number
  /** Where its layer and group stand in the waterfall. */
  readonly order: number
  /** Where its profile's threat stands in `THREATS`. */
  readonly threat: number
  readonly source: { readonly profile: string; readonly revision: number; readonly condition: string }
  readonly sourceText: string
  /** A condition that gives no points and is not hard only selects. */
  readonly weighs: boolean
  /** In `all`: it hits wherever the profile applies. */
  readonly certain: boolean
}

export interface AskedProfile {
  /** How many stand in `all`, and in `any`. */
  readonly all: number
  readonly any: number
  /** All of them, `adds` after `any`. */
  readonly conditions: readonly Asked[]
  readonly threat: number
  /** Questions of all its conditions. */
  readonly questions: readonly number[]
}

/** Prepares profiles of a compiled set when they are first needed: most never are. */
export class AskedProfiles {
  readonly #profiles: (AskedProfile | undefined)[] = []
  readonly #subjects = new Map<string, { subject: ConditionSubject; text: string; number: number }>()

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    readonly registry: IndicatorRegistry,
    readonly book: CodeBook
  ) {}

  get(profile: number): AskedProfile {
    return (this.#profiles[profile] ??= this.#prepare(profile))
  }

  #prepare(profile: number): AskedProfile {
    const revision = this.revisions[profile]!
    const { all, any, threat } = revision.document
    const { profileConditions, profileStarts } = this.compiled
    const asked = conditionsOf(revision.document).map((condition, at) =>
      this.#ask(revision, condition, threat, profileConditions[profileStarts[profile]! + at]!, at < all.length)
    )
    return {
      all: all.length,
      any: any.length,
      conditions: asked,
      threat: THREATS.indexOf(threat),
      questions: asked.map(({ question }) => question).filter((question) => question >= 0),
    }
  }

  #ask(revision: ProfileRevision, condition: Condition, threat: Threat, number: number, certain: boolean): Asked {
    const { conditions, conditionStarts } = this.compiled
    const at = conditionStarts[number]!
    const name = questionOf(condition)
    const { subject, text, number: subjectNumber } = this.#subject(name, condition)
    const source = { profile: revision.profile, revision: revision.revision, condition: condition.id }
    return {
      condition,
      number,
      question: conditions[at] === ASK ? conditions[at + HEAD]! : -1,
      slot: conditions[at + 1]!,
      name,
      subject,
      code: this.book.number(subject.code),
      group: GROUPS.indexOf(subject.group),
      order: placeInWaterfall(subject),
      subjectText: text,
      subjectNumber,
      threat: THREATS.indexOf(threat),
      source,
      sourceText: canonicalJson(source),
      weighs: condition.points !== 0 || subject.hard,
      certain,
    }
  }

  #subject(name: string, condition: Condition) {
    const key = `${name} ${condition.hard ?? ''}`
    const known = this.#subjects.get(key)
    if (known) return known
    const subject = conditionSubject(condition, this.registry)
    const made = { subject, text: canonicalJson(subject), number: this.#subjects.size }
    this.#subjects.set(key, made)
    return made
  }
}
