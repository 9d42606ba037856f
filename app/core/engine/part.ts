import { CAN_STILL_ARRIVE } from '../facts/catalogue.js'
import type { Verdict } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch } from '../matching/watch_list.js'
import type { ProfileRevision } from '../profiles/document.js'
import { ASKS, CERTAIN, CLAIM, FIELD, INDEX_AT, NO_NUMBER, NUMBER_AT, SELECTS } from './claim_tables.js'
import { CLAIMS } from './candidate_row.js'
import type { CompiledProfiles } from './compile.js'
import { CAREFUL, Matcher, STUCK, WAITS } from './matcher.js'
import { ASK, OPERATION, slotOf } from './predicate.js'
import { HIT, UNKNOWN, type Truth } from './truth.js'
import type { Asked } from './weigh/asked.js'
import type { Claims } from './weigh/claims.js'
import type { CodeBook } from './weigh/code_book.js'
import { Ledger } from './weigh/ledger.js'
import type { Lack, Opens, Teller } from './weigh/opens.js'
import { Questions, type Inputs } from './weigh/questions.js'

type Unknown = Extract<Verdict, { is: 'unknown' }>

/** A compiled set of profiles at work: matches a consignment and says what its profiles claim. */
export class Part implements Teller {
  readonly ledger: Ledger
  readonly #matcher: Matcher
  readonly #questions: Questions
  /** What keeps the profile from being known to apply, and whether all of that can still arrive. */
  #lacks = 0
  #arrives = true
  /** Which conditions of `all` are open, where they have numbers. */
  #openBits = 0
  #opens: Opens | null = null
  #teller = 0

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry,
    readonly book: CodeBook
  ) {
    this.#matcher = new Matcher(compiled)
    this.#questions = new Questions(compiled.vocabulary.questions, registry)
    this.ledger = new Ledger(compiled, revisions, registry, book, this.#questions)
  }

  match(inputs: Inputs): Matcher {
    this.#questions.begin(inputs)
    this.#matcher.match(inputs.facts, this.#questions.ask)
    return this.#matcher
  }

  readonly lack = (lacks: number): Lack => {
    if (lacks < 0) return this.#questions.verdict(~lacks) as Unknown
    const { vocabulary, why } = this.#matcher.facts
    return { missing: vocabulary.facts[lacks]!, why: why[lacks]! }
  }

  /** What the profiles matched last claim, without those that are retired: by profile, 1 for each. */
  claim(claims: Claims, matches: Map<string, WatchListMatch>, retired: Uint8Array | null): void {
    const { applies, appliesRows, applyCount, open, openRows, openCount, openConditions, openBecause } = this.#matcher
    this.#opens = claims.opens
    this.#teller = claims.opens.enter(this)
    for (let at = 0; at < applyCount; at++) {
      if (retired === null || retired[applies[at]!] === 0) this.#applying(appliesRows[at]!, claims, matches)
    }
    for (let at = 0; at < openCount; at++) {
      if (retired === null || retired[open[at]!] === 0)
        this.#open(openRows[at]!, openConditions[at]!, openBecause[at]!, claims, matches)
    }
  }

  /** @param row of the candidates. */
  #applying(row: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const { candidates } = this.compiled
    const { rows } = this.ledger
    const profile = candidates[row]!
    const last = candidates[row + CLAIMS + 1]!
    if (last & 1) this.#met(profile, matches)
    for (let claim = candidates[row + CLAIMS]!; claim < last >> 1; claim++) {
      const flags = rows[claim * CLAIM + 2]!
      if (flags & SELECTS) continue
      const place = this.#place(profile, claim)
      const truth = flags & CERTAIN ? HIT : this.#judge(place)
      if (truth === UNKNOWN) {
        this.#add(claim, rows[claim * CLAIM + 3]!, this.#lackOf(place), this.#canArrive(place))
        continue
      }
      const asked = this.ledger.asked(claim)
      if (truth === HIT) claims.hit(asked, this.#points(asked))
      else claims.clear(asked)
    }
  }

  /** Nothing certain is claimed while it is unknown whether the profile applies. */
  #open(row: number, openBits: number, because: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const { candidates } = this.compiled
    const { rows } = this.ledger
    const profile = candidates[row]!
    const last = candidates[row + CLAIMS + 1]!
    if (last & 1) this.#met(profile, matches)
    this.#openBits = openBits
    this.#lacks = because & WAITS
    this.#arrives = (because & STUCK) === 0
    if (because & CAREFUL) this.#decide(profile)
    for (let claim = candidates[row + CLAIMS]!; claim < last >> 1; claim++) {
      const flags = rows[claim * CLAIM + 2]!
      if (flags & SELECTS) continue
      const number = (flags >> NUMBER_AT) & NO_NUMBER
      const truth = number === NO_NUMBER ? this.#judge(this.#place(profile, claim)) : this.#numbered(number)
      if (truth === UNKNOWN) {
        const lacks = flags & ASKS ? this.#lackOf(this.#place(profile, claim)) : rows[claim * CLAIM + 1]! & FIELD
        // One of `all` is among those that have to arrive anyhow.
        const arrives = this.#arrives && (number !== NO_NUMBER || this.#canArrive(this.#place(profile, claim)))
        this.#add(claim, rows[claim * CLAIM + 3]!, lacks, arrives)
      } else if (truth === HIT) {
        const points = flags & ASKS ? this.#points(this.ledger.asked(claim)) : rows[claim * CLAIM + 3]!
        this.#add(claim, points, this.#lacks, this.#arrives)
      } else {
        const asked = this.ledger.asked(claim)
        claims.clear(asked)
      }
    }
  }

  /** Of a profile that might apply, each condition of `all` holds or is open, and the matching says which. */
  #numbered(number: number): Truth {
    return (this.#openBits >> number) & 1 ? UNKNOWN : HIT
  }

  /**
   * What keeps a profile from being known to apply, and whether what would decide it can still come in: every open one of
   * `all` must arrive, but one of `any` is enough.
   */
  #decide(profile: number): void {
    const { all, any } = this.revisions[profile]!.document
    let place = this.compiled.profileStarts[profile]!
    let first = -1
    this.#arrives = true
    const wait = (on: number): void => {
      const arrives = this.#canArrive(on)
      if (first < 0 || (arrives && !this.#canArrive(first))) first = on
      this.#arrives &&= arrives
    }
    for (const end = place + all.length; place < end; place++) if (this.#judge(place) === UNKNOWN) wait(place)
    let deciding = -1
    let isMet = any.length === 0
    for (const end = place + any.length; place < end && !isMet; place++) {
      const truth = this.#judge(place)
      isMet = truth === HIT
      if (truth !== UNKNOWN) continue
      if (deciding < 0 || (!this.#canArrive(deciding) && this.#canArrive(place))) deciding = place
    }
    if (!isMet && deciding >= 0) wait(deciding)
    this.#lacks = this.#lackOf(first)
  }

  #place(profile: number, claim: number): number {
    return this.compiled.profileStarts[profile]! + ((this.ledger.rows[claim * CLAIM + 1]! >> INDEX_AT) & FIELD)
  }

  #judge(place: number): Truth {
    return this.#matcher.judge(this.compiled.profileConditions[place]!, this.#questions.ask)
  }

  /** What the condition at a place lacks, as `lack` takes it. */
  #lackOf(place: number): number {
    const { conditions, conditionStarts, profileConditions } = this.compiled
    const at = conditionStarts[profileConditions[place]!]!
    const head = conditions[at]!
    return (head & OPERATION) === ASK ? ~conditions[at + 1]! : slotOf(head)
  }

  /** Whether what the open condition at a place lacks can still arrive for this consignment. */
  #canArrive(place: number): boolean {
    const lacks = this.#lackOf(place)
    if (lacks >= 0) return this.#matcher.facts.arrives[lacks] === 1
    return CAN_STILL_ARRIVE.has((this.#questions.verdict(~lacks) as Unknown).why)
  }

  #add(claim: number, points: number, lacks: number, arrives: boolean): void {
    const { rows } = this.ledger
    const row = claim * CLAIM
    this.#opens!.add(rows[row]!, claim, rows[row + 1]!, rows[row + 2]!, points, lacks, arrives, this.#teller)
  }

  #points({ question, condition }: Asked): number {
    if (question < 0) return condition.points
    const verdict = this.#questions.verdict(question)
    return Math.round(condition.points * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))
  }

  /** The watch-list entries that the questions of a profile meet, whether its other conditions needed the answer or not. */
  #met(profile: number, matches: Map<string, WatchListMatch>): void {
    const { profileStarts } = this.compiled
    for (let place = profileStarts[profile]!; place < profileStarts[profile + 1]!; place++) {
      const lacks = this.#lackOf(place)
      if (lacks >= 0) continue
      this.#questions.verdict(~lacks)
      for (const match of this.#questions.matches(~lacks)) matches.set(`${match.entry.id} ${match.path}`, match)
    }
  }
}
