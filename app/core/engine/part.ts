import type { IndicatorRegistry } from '../indicators/registry.js'
import type { WatchListMatch } from '../matching/watch_list.js'
import type { ProfileRevision } from '../profiles/document.js'
import { BEFORE, CLAIMS, CODE, FIRST, LAID, LENGTH } from './candidate_row.js'
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
import type { CompiledProfiles } from './compile.js'
import { CAREFUL, Matcher, STUCK, WAITS } from './matcher.js'
import { HIT, UNKNOWN } from './truth.js'
import { Waiting } from './waiting.js'
import type { Claim, Claims } from './weigh/claims.js'
import type { CodeBook } from './weigh/code_book.js'
import { Ledger } from './weigh/ledger.js'
import type { Lack, Opens, Teller } from './weigh/opens.js'
import { Questions, type Inputs } from './weigh/questions.js'

/** A compiled set of profiles at work: matches a consignment and says what its profiles claim. */
export class Part implements Teller {
  readonly ledger: Ledger
  readonly #matcher: Matcher
  readonly #questions: Questions
  readonly #waiting: Waiting
  #opens: Opens | null = null
  /** Row of the profile that is looked at. */
  #row = 0
  /** What keeps it from being known to apply, and whether all of that can still arrive. */
  #lacks = 0
  #arrives = true
  /** Which conditions of its `all` are open, where they have numbers. */
  #openBits = 0
  /** A claim of it as the ledger has it. */
  readonly #settled = new Int32Array(LAID)

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry,
    readonly book: CodeBook
  ) {
    this.#matcher = new Matcher(compiled)
    this.#questions = new Questions(compiled.vocabulary.questions, registry)
    this.#waiting = new Waiting(compiled, revisions, this.#matcher, this.#questions)
    this.ledger = new Ledger(compiled, revisions, registry, book, this.#questions)
  }

  match(inputs: Inputs): Matcher {
    this.#waiting.begin()
    this.#questions.begin(inputs)
    this.#matcher.match(inputs.facts, this.#questions.ask)
    return this.#matcher
  }

  lack(lacks: number): Lack {
    return this.#waiting.tell(lacks)
  }

  /** What the profiles matched last claim, without those that are retired: by profile, 1 for each. */
  claim(claims: Claims, matches: Map<string, WatchListMatch>, retired: Uint8Array | null): void {
    const { applies, appliesRows, applyCount, open, openRows, openCount, openConditions, openBecause } = this.#matcher
    const { order } = this.compiled
    this.#opens = claims.opens
    this.#opens.enter(this)
    for (let at = 0; at < applyCount; at++) {
      if (retired === null || retired[order[applies[at]!]!] === 0) this.#applying(appliesRows[at]!, claims, matches)
    }
    for (let at = 0; at < openCount; at++) {
      if (retired !== null && retired[order[open[at]!]!] === 1) continue
      this.#openBits = openConditions[at]!
      this.#open(openRows[at]!, openBecause[at]!, claims, matches)
    }
  }

  #applying(row: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const { candidates } = this.compiled
    const count = candidates[row + CLAIMS]!
    this.#row = row
    if (count & 1) this.#met(matches)
    let at = row + BEFORE + candidates[row + LENGTH]!
    let claim = candidates[row + FIRST]!
    for (const last = claim + (count >> 1); claim < last; claim++, at += LAID) {
      if ((candidates[at + FLAGS]! & (CERTAIN | ASKS)) === CERTAIN) {
        claims.hit(this.#made(candidates, at, claim, candidates[at + WORTH]!))
      } else this.#claimAsked(at, claim, claims)
    }
  }

  /** A claim of a profile that applies, which may be hit, open or clear. */
  #claimAsked(at: number, claim: number, claims: Claims): void {
    const laid = this.#settle(at, claim)
    const flags = laid[FLAGS]!
    if (flags & SELECTS) return
    const place = this.#place(laid)
    const truth = flags & CERTAIN ? HIT : this.#waiting.judge(place)
    const worth = laid[WORTH]!
    if (truth === HIT) claims.hit(this.#made(laid, 0, claim, this.#points(laid)))
    else if (truth === UNKNOWN) this.#add(laid, 0, worth, this.#waiting.lackOf(place), this.#waiting.canArrive(place))
    else claims.clear(this.#made(laid, 0, claim, worth))
  }

  /** Nothing certain is claimed while it is unknown whether the profile applies. */
  #open(row: number, because: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const { candidates, order } = this.compiled
    const count = candidates[row + CLAIMS]!
    this.#row = row
    if (count & 1) this.#met(matches)
    this.#lacks = because & WAITS
    this.#arrives = (because & STUCK) === 0
    if (because & CAREFUL) {
      this.#waiting.decide(order[candidates[row]!]!)
      this.#lacks = this.#waiting.lacks
      this.#arrives = this.#waiting.arrives
    }
    let at = row + BEFORE + candidates[row + LENGTH]!
    let claim = candidates[row + FIRST]!
    for (const last = claim + (count >> 1); claim < last; claim++, at += LAID) {
      const flags = candidates[at + FLAGS]!
      const number = (flags >> NUMBER_AT) & NO_NUMBER
      if (number === NO_NUMBER || flags & ASKS) this.#openAsked(at, claim, claims)
      else {
        // Of a profile that might apply, each condition of `all` holds or is open, and the matching says which.
        const isOpen = (this.#openBits >> number) & 1
        const lacks = isOpen ? candidates[at + WHERE]! & FIELD : this.#lacks
        this.#add(candidates, at, candidates[at + WORTH]!, lacks, this.#arrives)
      }
    }
  }

  /** A claim of a profile that might apply, of which the matching does not say all. */
  #openAsked(at: number, claim: number, claims: Claims): void {
    const laid = this.#settle(at, claim)
    const flags = laid[FLAGS]!
    if (flags & SELECTS) return
    const number = (flags >> NUMBER_AT) & NO_NUMBER
    const place = this.#place(laid)
    const isNumbered = number !== NO_NUMBER
    const truth = !isNumbered ? this.#waiting.judge(place) : (this.#openBits >> number) & 1 ? UNKNOWN : HIT
    if (truth === UNKNOWN) {
      // One of `all` is among those that have to arrive anyhow.
      const arrives = this.#arrives && (isNumbered || this.#waiting.canArrive(place))
      this.#add(laid, 0, laid[WORTH]!, this.#waiting.lackOf(place), arrives)
    } else if (truth === HIT) this.#add(laid, 0, this.#points(laid), this.#lacks, this.#arrives)
    else claims.clear(this.#made(laid, 0, claim, laid[WORTH]!))
  }

  /** A claim as it is laid down, with what only the ledger knows: what an indicator's definition says of it. */
  #settle(at: number, claim: number): Int32Array {
    const { candidates } = this.compiled
    const { rows } = this.ledger
    const settled = this.#settled
    for (let word = 0; word < LAID; word++) settled[word] = candidates[at + word]!
    settled[WHERE] = rows[claim * CLAIM + WHERE]!
    settled[FLAGS] = rows[claim * CLAIM + FLAGS]!
    return settled
  }

  /** @param at where in `laid` the claim stands. */
  #made(laid: Int32Array, at: number, claim: number, points: number): Claim {
    return {
      ledger: this.ledger,
      claim,
      subject: laid[at]!,
      code: this.#bookCode(laid[at + CODE]!),
      flags: laid[at + FLAGS]!,
      order: laid[at + WHERE]! >> ORDER_AT,
      points,
    }
  }

  #add(laid: Int32Array, at: number, points: number, lacks: number, arrives: boolean): void {
    this.#opens!.add(this.#bookCode(laid[at + CODE]!), laid, at, points, lacks, arrives)
  }

  #bookCode(code: number): number {
    const { numbers } = this.ledger
    return numbers === null ? code : numbers[code]!
  }

  /** Where the condition of a claim stands among all. */
  #place(laid: Int32Array): number {
    const { candidates, order, profileStarts } = this.compiled
    return profileStarts[order[candidates[this.#row]!]!]! + ((laid[WHERE]! >> INDEX_AT) & FIELD)
  }

  #points(laid: Int32Array): number {
    if ((laid[FLAGS]! & ASKS) === 0) return laid[WORTH]!
    const verdict = this.#questions.verdict(this.ledger.asked(laid[0]!).question)
    return Math.round(laid[WORTH]! * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))
  }

  /** The watch-list entries that the questions of a profile meet, whether its other conditions needed the answer or not. */
  #met(matches: Map<string, WatchListMatch>): void {
    const { candidates, order, profileStarts } = this.compiled
    const profile = order[candidates[this.#row]!]!
    for (let place = profileStarts[profile]!; place < profileStarts[profile + 1]!; place++) {
      const lacks = this.#waiting.lackOf(place)
      if (lacks >= 0) continue
      this.#questions.verdict(~lacks)
      for (const match of this.#questions.matches(~lacks)) matches.set(`${match.entry.id} ${match.path}`, match)
    }
  }
}
