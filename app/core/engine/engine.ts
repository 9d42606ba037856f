import type { AssessmentResult, Caps, Cuts } from '../assessment/assessment.js'
import { bandOf } from '../assessment/band.js'
import type { FactReader } from '../facts/catalogue.js'
import { factReader } from '../facts/fact.js'
import type { Evidence } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch } from '../matching/watch_list.js'
import type { FactCondition, ProfileRevision } from '../profiles/document.js'
import { judgeFact } from '../profiles/judge_fact.js'
import { bytesOf, type CompiledProfiles } from './compile.js'
import { Part } from './part.js'
import { Claims, type Answer, type Claim, type CodeClaims } from './weigh/claims.js'
import { CodeBook } from './weigh/code_book.js'
import type { Opens } from './weigh/opens.js'
import type { Inputs } from './weigh/questions.js'
import { clearsOf, Reasons } from './weigh/reasons.js'
import { ThreatScores } from './weigh/threats.js'
import { Total } from './weigh/total.js'
import { Unknowns } from './weigh/unknowns.js'

export interface Weights {
  readonly cuts: Cuts
  readonly caps: Caps
}

/** A condition in a document (220 bytes, more with long names) and, once it was shown, prepared for the next time (350). */
const BYTES_A_CONDITION = 700
/** What it works with beside its tables, as a share of them. */
const WORKING = 0.25

/** The engine that another one was made beside, and the profiles of it that count no more: by profile, 1 for each. */
export interface Beside {
  readonly base: Engine
  readonly retired: Uint8Array
}

/**
 * The only evaluator: live, replayed, in shadow and in benches. It finds the profiles that apply to a consignment or
 * might, and weighs what they claim. One consignment at a time; it keeps nothing of it.
 *
 * What changed since many profiles were compiled is compiled alone and stands beside them. The two answer as one engine of all
 * live profiles would, to the bit, and share what the base works with: engines beside one base take turns, never in one assessment.
 */
export class Engine {
  readonly #main: Part
  readonly #base: Part | null
  readonly #retired: Uint8Array | null
  /** What it takes in memory, about: its tables, what it works with, and the documents of its profiles. */
  readonly bytes: number
  readonly #claims: Claims
  readonly #book: CodeBook
  readonly #reasons = new Reasons()
  readonly #unknowns = new Unknowns()
  readonly #threats = new ThreatScores()
  readonly #total = new Total()
  readonly #upTo = new Total()
  #reader: FactReader | null = null

  /** @throws when a profile names an indicator that the registry lacks. */
  constructor(
    compiled: CompiledProfiles,
    revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry,
    beside: Beside | null = null
  ) {
    this.bytes =
      (1 + WORKING) * bytesOf(compiled) +
      compiled.profileConditions.length * BYTES_A_CONDITION +
      (beside === null ? 0 : beside.base.bytes + beside.retired.byteLength)
    this.#base = beside === null ? null : beside.base.#main
    this.#retired = beside?.retired ?? null
    this.#book = beside === null ? new CodeBook() : beside.base.#book
    this.#main = new Part(compiled, revisions, registry, this.#book)
    this.#claims = new Claims(this.#answer)
  }

  /**
   * Weighs one consignment revision (DECISIONS 14, 15, 17). The same inputs give the same result, to the bit.
   * @throws when an indicator reads what it does not declare.
   */
  assess(inputs: Inputs & Weights): AssessmentResult {
    const { caps, cuts } = inputs
    this.#reader = factReader(inputs.facts)
    const matches = new Map<string, WatchListMatch>()
    this.#claims.begin(this.#book.size)
    for (const part of this.#base === null ? [this.#main] : [this.#base, this.#main]) {
      part.match(inputs)
      part.claim(this.#claims, matches, part === this.#base ? this.#retired : null)
    }
    const codes = this.#claims.settle()
    const { opens } = this.#claims
    const { score } = this.#total.ofHits(codes, caps)
    const upTo = this.#weighUpTo(codes, opens, caps)
    const threats = this.#threats.threats(codes, caps)
    return {
      score,
      upTo,
      band: bandOf(score, upTo, cuts),
      reasons: this.#reasons.list(codes, this.#book, this.#evidence, caps),
      ...this.#unknowns.list(codes, opens, this.#book, this.#total, caps),
      clears: clearsOf(codes, this.#answer),
      threats,
      matches: [...matches].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, match]) => match),
      alerts: this.#threats.alerts(codes, opens, { score, upTo, threats }, cuts, caps),
    }
  }

  #weighUpTo(codes: readonly CodeClaims[], opens: Opens, caps: Caps): number {
    this.#upTo.begin(caps)
    for (const code of codes) this.#upTo.addUpTo(code)
    this.#upTo.addOpens(opens)
    return this.#upTo.score
  }

  /** What is known to hold is not judged again. */
  readonly #evidence = ({ ledger, subject }: Claim): readonly Evidence[] => {
    const met = ledger.met(subject)
    if (met !== null) return met.evidence(this.#reader!.get(met.fact))
    const { questions, question } = ledger.asked(subject)
    const verdict = questions.verdict(question)
    return verdict.is === 'hit' ? verdict.evidence : []
  }

  readonly #answer: Answer = (asked) =>
    asked.question < 0
      ? judgeFact(asked.condition as FactCondition, this.#reader!)
      : asked.questions.verdict(asked.question)
}
