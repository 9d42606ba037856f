import type { UnknownReason } from '../../assessment/assessment.js'
import { placeInWaterfall } from '../../assessment/order.js'
import { GROUPS } from '../../indicators/definition.js'
import type { IndicatorRegistry } from '../../indicators/registry.js'
import { conditionSubject, definitionOf, type ConditionSubject } from '../../profiles/condition_subject.js'
import type { Condition, ProfileRevision } from '../../profiles/document.js'
import {
  CLAIM,
  conditionsOf,
  FIELD,
  GROUP_AT,
  HARD,
  HARD_AS_DEFINED,
  INDEX_AT,
  ORDER_AT,
  SELECTS,
  THREAT,
} from '../claim_tables.js'
import type { CompiledProfiles } from '../compile.js'
import { ASK, OPERATION } from '../predicate.js'
import { Asked } from './asked.js'
import type { CodeBook } from './code_book.js'
import type { Lack } from './opens.js'
import type { Questions } from './questions.js'

/** The claims of a compiled set as one registry knows them, their codes numbered by the book. */
export class Ledger {
  /** Of `ClaimTables`; a claim is known by the number of its row. */
  readonly rows: Int32Array
  readonly subjects: Int32Array
  /** Prepared when they are first shown: most never are. */
  readonly #asked: (Asked | null)[]
  readonly #subjects: (ConditionSubject | null)[]
  readonly #unknowns: (UnknownReason | null)[]

  /** @throws when a profile names an indicator that the registry lacks. */
  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    readonly registry: IndicatorRegistry,
    book: CodeBook,
    readonly questions: Questions
  ) {
    const { subjects, rows, codes } = compiled.claims
    this.subjects = subjects
    this.rows = rows.slice()
    // Filled from the start: an array with holes becomes a hash table.
    this.#asked = new Array<null>(subjects.length).fill(null)
    this.#subjects = new Array<null>(subjects.length).fill(null)
    this.#unknowns = new Array<null>(subjects.length).fill(null)
    this.#settleIndicators()
    // Not kept: what is asked here has its code by the numbers of this set, not of the book.
    const numbers = book.join(codes.length, (code) => this.#ask(codes[code]!).subject.code)
    if (numbers === null) return
    for (let row = 0; row < this.rows.length; row += CLAIM) this.rows[row] = numbers[this.rows[row]!]!
  }

  asked(claim: number): Asked {
    return (this.#asked[claim] ??= this.#ask(claim))
  }

  /** An open claim in words. The last one is kept: with the same facts missing, the next consignment says the same. */
  unknown(claim: number, points: number, couldAdd: number, { missing, why }: Lack): UnknownReason {
    const last = this.#unknowns[claim]
    if (last?.couldAdd === couldAdd && last.points === points && last.missing === missing && last.why === why)
      return last
    const { code, version, title, titleParams, layer, group } = last ?? this.asked(claim).subject
    const made = { code, version, title, titleParams, layer, group, points, couldAdd, missing, why }
    this.#unknowns[claim] = made
    return made
  }

  #index(claim: number): number {
    return (this.rows[claim * CLAIM + 1]! >> INDEX_AT) & FIELD
  }

  #ask(claim: number): Asked {
    const { claims, conditions, conditionStarts, profileConditions, profileStarts } = this.compiled
    const profile = claims.profiles[claim]!
    const revision = this.revisions[profile]!
    const words = conditionStarts[profileConditions[profileStarts[profile]! + this.#index(claim)]!]!
    const question = (conditions[words]! & OPERATION) === ASK ? conditions[words + 1]! : -1
    const condition = conditionsOf(revision.document)[this.#index(claim)]!
    const row = claim * CLAIM
    const subjectNumber = claims.subjects[claim]!
    return new Asked(condition, revision, this.#subject(subjectNumber, condition), {
      subjectNumber,
      question,
      questions: this.questions,
      code: this.rows[row]!,
      group: (this.rows[row + 2]! >> GROUP_AT) & 15,
      order: this.rows[row + 1]! >> ORDER_AT,
      threat: this.rows[row + 2]! & THREAT,
    })
  }

  #subject(number: number, condition: Condition): ConditionSubject {
    return (this.#subjects[number] ??= conditionSubject(condition, this.registry))
  }

  /** What an indicator's definition says: its group, its place in the waterfall, whether it is hard. */
  #settleIndicators(): void {
    const { claims, vocabulary } = this.compiled
    for (let at = 0; at < claims.asked.length; at += 2) {
      const condition = vocabulary.questions[claims.asked[at + 1]!]!
      if (condition.kind === 'fact') continue
      const definition = definitionOf(condition, this.registry)
      const row = claims.asked[at]! * CLAIM
      this.rows[row + 1]! |= placeInWaterfall(definition) << ORDER_AT
      let flags = this.rows[row + 2]! | (GROUPS.indexOf(definition.group) << GROUP_AT)
      if (definition.hard && flags & HARD_AS_DEFINED) flags |= HARD
      if (this.rows[row + 3] === 0 && (flags & HARD) === 0) flags |= SELECTS
      this.rows[row + 2] = flags
    }
  }
}
