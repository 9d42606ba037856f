import { CAN_STILL_ARRIVE } from '../facts/catalogue.js'
import type { Verdict } from '../indicators/definition.js'
import type { ProfileRevision } from '../profiles/document.js'
import type { CompiledProfiles } from './compile.js'
import type { Matcher } from './matcher.js'
import { ASK, OPERATION, slotOf } from './predicate.js'
import { HIT, UNKNOWN, type Truth } from './truth.js'
import type { Lack } from './weigh/opens.js'
import type { Questions } from './weigh/questions.js'

type Unknown = Extract<Verdict, { is: 'unknown' }>

/** What conditions of a compiled set wait for, of the consignment matched last. A place is that of a condition among all. */
export class Waiting {
  /** What keeps the profile decided last from being known to apply, and whether all of that can still arrive. */
  lacks = 0
  arrives = true
  /** By slot, what is lacking, where it was told. */
  #told: Lack[] = []

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    readonly matcher: Matcher,
    readonly questions: Questions
  ) {}

  begin(): void {
    this.#told = []
  }

  /** @param lacks as `lackOf` gives it. */
  tell(lacks: number): Lack {
    if (lacks < 0) return this.questions.verdict(~lacks) as Unknown
    const { vocabulary, why } = this.matcher.facts
    return (this.#told[lacks] ??= { missing: vocabulary.facts[lacks]!, why: why[lacks]! })
  }

  judge(place: number): Truth {
    return this.matcher.judge(this.compiled.profileConditions[place]!, this.questions.ask)
  }

  /** What the condition at a place lacks: the slot of a fact, or below zero the complement of a question. */
  lackOf(place: number): number {
    const { conditions, conditionStarts, profileConditions } = this.compiled
    const at = conditionStarts[profileConditions[place]!]!
    const head = conditions[at]!
    return (head & OPERATION) === ASK ? ~conditions[at + 1]! : slotOf(head)
  }

  /** Whether what the open condition at a place lacks can still arrive for this consignment. */
  canArrive(place: number): boolean {
    const lacks = this.lackOf(place)
    if (lacks >= 0) return this.matcher.facts.arrives[lacks] === 1
    return CAN_STILL_ARRIVE.has((this.questions.verdict(~lacks) as Unknown).why)
  }

  /**
   * What keeps a profile from being known to apply, and whether what would decide it can still come in: every open one of
   * `all` must arrive, but one of `any` is enough.
   */
  decide(profile: number): void {
    const { all, any } = this.revisions[profile]!.document
    let place = this.compiled.profileStarts[profile]!
    let first = -1
    this.arrives = true
    const wait = (on: number): void => {
      const arrives = this.canArrive(on)
      if (first < 0 || (arrives && !this.canArrive(first))) first = on
      this.arrives &&= arrives
    }
    for (const end = place + all.length; place < end; place++) if (this.judge(place) === UNKNOWN) wait(place)
    let deciding = -1
    let isMet = any.length === 0
    for (const end = place + any.length; place < end && !isMet; place++) {
      const truth = this.judge(place)
      isMet = truth === HIT
      if (truth !== UNKNOWN) continue
      if (deciding < 0 || (!this.canArrive(deciding) && this.canArrive(place))) deciding = place
    }
    if (!isMet && deciding >= 0) wait(deciding)
    this.lacks = this.lackOf(first)
  }
}
