import { placeInWaterfall } from '../../assessment/order.js'
import { GROUPS } from '../../indicators/definition.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import { conditionSubject, definitionOf, type ConditionSubject as Subject } from '../../profiles/condition_subject.js'
import type { FactCondition, ProfileRevision } from '../../profiles/document.js'
import { Met } from '../../profiles/judge_fact.js'
import {
  CLAIM,
  conditionsOf,
  FIELD,
  FLAGS,
  GROUP_AT,
  HARD,
  HARD_AS_DEFINED,
  INDEX_AT,
  ORDER_AT,
  SELECTS,
  WHERE,
  WORTH,
} from '../claim_tables.js'
import type { CompiledProfiles } from '../compile.js'
import { ASK, OPERATION } from '../predicate.js'
import { Asked, type Kind } from './asked.js'
import type { CodeBook } from './code_book.js'
import type { Questions } from './questions.js'
import { Sources } from './sources.js'

/** Of what is shown of a subject. */
const SHOWN = 4
const CODE = 1
const PARAMS = 2
const MET = 3

/** The claims of a compiled set as one registry knows them, their codes numbered by the book. */
export class Ledger {
  /** Of `ClaimTables`, codes aside, with what the definitions of indicators say. */
  readonly rows: Int32Array
  readonly sources: Sources
  /** By code its number in the book, or `null` where they are the same. */
  readonly numbers: Int32Array | null
  /** By subject what is shown of it, prepared the first time, one behind the other: one look at memory brings all. */
  readonly #shown: (Kind | string | Subject['titleParams'] | Met | null)[]
  readonly #asked = new Map<number, Asked>()
  readonly #kinds = new Map<string, Kind>()

  /** @throws when a profile names an indicator that the registry lacks. */
  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    readonly registry: IndicatorRegistry,
    book: CodeBook,
    readonly questions: Questions
  ) {
    const { byCode, bySubject, codeStarts, rows } = compiled.claims
    this.rows = rows.slice()
    this.sources = new Sources(compiled.claims, revisions)
    // Filled from the start: an array with holes becomes a hash table.
    this.#shown = new Array<null>(bySubject.length * SHOWN).fill(null)
    this.#settleIndicators()
    this.numbers = book.join(codeStarts.length - 1, (code) => this.#ask(byCode[codeStarts[code]!]!).code)
  }

  asked(subject: number): Asked {
    const known = this.#asked.get(subject)
    if (known !== undefined) return known
    const made = this.#ask(this.compiled.claims.bySubject[subject]!)
    this.#asked.set(subject, made)
    return made
  }

  /** To be called before a subject is shown. Of many it is called for all first, so that they are waited for together. */
  prepare(subject: number): void {
    if (this.#shown[subject * SHOWN] === null) this.#show(subject)
  }

  kind(subject: number): Kind {
    return this.#shown[subject * SHOWN] as Kind
  }

  code(subject: number): string {
    return this.#shown[subject * SHOWN + CODE] as string
  }

  titleParams(subject: number): Subject['titleParams'] {
    return this.#shown[subject * SHOWN + PARAMS] as Subject['titleParams']
  }

  /** Says what evidence there is where the condition is known to hold; `null` where a question has to be answered for that. */
  met(subject: number): Met | null {
    return this.#shown[subject * SHOWN + MET] as Met | null
  }

  #show(subject: number): void {
    const { kind, code, titleParams, condition, question } = this.#ask(this.compiled.claims.bySubject[subject]!)
    const row = subject * SHOWN
    this.#shown[row] = kind
    this.#shown[row + CODE] = code
    this.#shown[row + PARAMS] = titleParams
    this.#shown[row + MET] = question < 0 ? new Met(condition as FactCondition) : null
  }

  #ask(claim: number): Asked {
    const { claims, conditions, conditionStarts, profileConditions, profileStarts } = this.compiled
    const profile = claims.profiles[claim]!
    const index = (this.rows[claim * CLAIM + WHERE]! >> INDEX_AT) & FIELD
    const words = conditionStarts[profileConditions[profileStarts[profile]! + index]!]!
    const question = (conditions[words]! & OPERATION) === ASK ? conditions[words + 1]! : -1
    const condition = conditionsOf(this.revisions[profile]!.document)[index]!
    const subject = conditionSubject(condition, this.registry)
    return new Asked(this.#kind(subject), subject, condition, question, this.questions)
  }

  #kind({ version, title, layer, group, hard }: Kind): Kind {
    const name = `${version} ${title} ${layer} ${group} ${hard}`
    const made = this.#kinds.get(name) ?? { version, title, layer, group, hard }
    this.#kinds.set(name, made)
    return made
  }

  /** What an indicator's definition says: its group, its place in the waterfall, whether it is hard. */
  #settleIndicators(): void {
    const { claims, vocabulary } = this.compiled
    for (let at = 0; at < claims.asked.length; at += 2) {
      const condition = vocabulary.questions[claims.asked[at + 1]!]!
      if (condition.kind === 'fact') continue
      const definition = definitionOf(condition, this.registry)
      const row = claims.asked[at]! * CLAIM
      this.rows[row + WHERE]! |= placeInWaterfall(definition) << ORDER_AT
      let flags = this.rows[row + FLAGS]! | (GROUPS.indexOf(definition.group) << GROUP_AT)
      if (definition.hard && flags & HARD_AS_DEFINED) flags |= HARD
      if (this.rows[row + WORTH] === 0 && (flags & HARD) === 0) flags |= SELECTS
      this.rows[row + FLAGS] = flags
    }
  }
}
