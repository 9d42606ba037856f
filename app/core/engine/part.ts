import { CAN_STILL_ARRIVE } from '../facts/catalogue.js'
import type { Verdict } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch } from '../matching/watch_list.js'
import type { ProfileRevision } from '../profiles/document.js'
import {
  ASKS,
  CERTAIN,
  CLAIM,
  FIELD,
  FLAGS,
  INDEX_AT,
  NO_NUMBER,
  NUMBER_AT,
  ORDER_AT,
  SELECTS,
  WHERE,
  WORTH,
} from './claim_tables.js'
import { BEFORE, CLAIMS, FIRST, LAID, LENGTH } from './candidate_row.js'
import type { CompiledProfiles } from './compile.js'
import { CAREFUL, Matcher, STUCK, WAITS } from './matcher.js'
import { ASK, OPERATION, slotOf } from './predicate.js'
import { HIT, UNKNOWN, type Truth } from './truth.js'
import type { Claim, Claims } from './weigh/claims.js'
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
  /** By slot, what is lacking of the consignment matched last, where it was told. */
  #lackings: Lack[] = []
  /** The claim that is looked at, as its row has it. */
  #claim = 0
  #subject = 0
  #where = 0
  #flags = 0
  #worth = 0

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
    this.#lackings = []
    this.#questions.begin(inputs)
    this.#matcher.match(inputs.facts, this.#questions.ask)
    return this.#matcher
  }

  readonly lack = (lacks: number): Lack => {
    if (lacks < 0) return this.#questions.verdict(~lacks) as Unknown
    const { vocabulary, why } = this.#matcher.facts
    return (this.#lackings[lacks] ??= { missing: vocabulary.facts[lacks]!, why: why[lacks]! })
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
    const profile = candidates[row]!
    const count = candidates[row + CLAIMS]!
    if (count & 1) this.#met(profile, matches)
    let at = row + BEFORE + candidates[row + LENGTH]!
    for (let each = 0; each < count >> 1; each++, at += LAID) {
      this.#look(at, candidates[row + FIRST]! + each)
      if (this.#flags & SELECTS) continue
      if ((this.#flags & (CERTAIN | ASKS)) === CERTAIN) {
        claims.hit(this.#made(this.#worth))
        continue
      }
      const place = this.#place(profile)
      const truth = this.#flags & CERTAIN ? HIT : this.#judge(place)
      if (truth === HIT) claims.hit(this.#made(this.#points()))
      else if (truth === UNKNOWN) this.#add(this.#worth, this.#lackOf(place), this.#canArrive(place))
      else claims.clear(this.#made(this.#worth))
    }
  }

  /** Nothing certain is claimed while it is unknown whether the profile applies. */
  #open(row: number, openBits: number, because: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const { candidates } = this.compiled
    const profile = candidates[row]!
    const count = candidates[row + CLAIMS]!
    if (count & 1) this.#met(profile, matches)
    this.#openBits = openBits
    this.#lacks = because & WAITS
    this.#arrives = (because & STUCK) === 0
    if (because & CAREFUL) this.#decide(profile)
    let at = row + BEFORE + candidates[row + LENGTH]!
    for (let each = 0; each < count >> 1; each++, at += LAID) {
      this.#look(at, candidates[row + FIRST]! + each)
      if (this.#flags & SELECTS) continue
      const number = (this.#flags >> NUMBER_AT) & NO_NUMBER
      const truth = number === NO_NUMBER ? this.#judge(this.#place(profile)) : this.#numbered(number)
      if (truth === UNKNOWN) {
        const lacks = this.#flags & ASKS ? this.#lackOf(this.#place(profile)) : this.#where & FIELD
        // One of `all` is among those that have to arrive anyhow.
        const arrives = this.#arrives && (number !== NO_NUMBER || this.#canArrive(this.#place(profile)))
        this.#add(this.#worth, lacks, arrives)
      } else if (truth === HIT) this.#add(this.#points(), this.#lacks, this.#arrives)
      else claims.clear(this.#made(this.#worth))
    }
  }

  /** @param at where the claim is laid down. */
  #look(at: number, claim: number): void {
    const { candidates } = this.compiled
    this.#claim = claim
    this.#subject = candidates[at]!
    this.#where = candidates[at + WHERE]!
    this.#flags = candidates[at + FLAGS]!
    this.#worth = candidates[at + WORTH]!
    if ((this.#flags & ASKS) === 0) return
    // What an indicator's definition says of it only the ledger knows.
    const { rows } = this.ledger
    this.#where = rows[claim * CLAIM + WHERE]!
    this.#flags = rows[claim * CLAIM + FLAGS]!
  }

  #made(points: number): Claim {
    return {
      ledger: this.ledger,
      claim: this.#claim,
      subject: this.#subject,
      flags: this.#flags,
      order: this.#where >> ORDER_AT,
      points,
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

  #place(profile: number): number {
    return this.compiled.profileStarts[profile]! + ((this.#where >> INDEX_AT) & FIELD)
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

  #add(points: number, lacks: number, arrives: boolean): void {
    const code = this.ledger.codes[this.#subject]!
    this.#opens!.add(code, this.#subject, this.#where, this.#flags, points, lacks, arrives, this.#teller)
  }

  #points(): number {
    if ((this.#flags & ASKS) === 0) return this.#worth
    const verdict = this.#questions.verdict(this.ledger.asked(this.#subject).question)
    return Math.round(this.#worth * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))
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
