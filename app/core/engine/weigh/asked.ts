import { canonicalJson } from '../../assessment/canonical.js'
import { questionOf } from '../../profiles/question.js'
import { THREATS, type Threat } from '../../indicators/definition.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import { conditionSubject, type ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition, ProfileRevision } from '../../profiles/document.js'
import { conditionsOf, type CompiledProfiles } from '../compile.js'
import { ASK, HEAD } from '../predicate.js'

/** A condition of a live profile with everything about it that is the same for every consignment. */
export interface Asked {
  readonly condition: Condition
  /** Its number in the compiled set. */
  readonly number: number
  /** Its number among the questions that only the weighing can answer, or -1. */
  readonly question: number
  /** Equal for conditions that ask the same. */
  readonly name: string
  readonly subject: ConditionSubject
  readonly subjectText: string
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
  readonly all: readonly Asked[]
  readonly any: readonly Asked[]
  readonly claims: readonly Asked[]
  /** Questions of all its conditions. */
  readonly questions: readonly number[]
}

/** Prepares profiles of a compiled set when they are first needed: most never are. */
export class AskedProfiles {
  readonly #profiles: (AskedProfile | undefined)[] = []
  readonly #subjects = new Map<string, { subject: ConditionSubject; text: string }>()

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    readonly registry: IndicatorRegistry
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
      all: asked.slice(0, all.length),
      any: asked.slice(all.length, all.length + any.length),
      claims: asked.filter(({ weighs }) => weighs),
      questions: asked.map(({ question }) => question).filter((question) => question >= 0),
    }
  }

  #ask(revision: ProfileRevision, condition: Condition, threat: Threat, number: number, certain: boolean): Asked {
    const { conditions, conditionStarts } = this.compiled
    const at = conditionStarts[number]!
    const name = questionOf(condition)
    const { subject, text } = this.#subject(name, condition)
    const source = { profile: revision.profile, revision: revision.revision, condition: condition.id }
    return {
      condition,
      number,
      question: conditions[at] === ASK ? conditions[at + HEAD]! : -1,
      name,
      subject,
      subjectText: text,
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
    const made = { subject, text: canonicalJson(subject) }
    this.#subjects.set(key, made)
    return made
  }
}
