import type { WatchListMatch } from '../matching/watch_list.js'
import { CAN_STILL_ARRIVE, type MissingReason } from '../facts/catalogue.js'
import type { Verdict } from '../indicators/definition.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { FactCondition, ProfileRevision } from '../profiles/document.js'
import type { CompiledProfiles } from './compile.js'
import { ASK, HEAD, MOST_NUMBERED } from './predicate.js'
import { Matcher } from './matcher.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from './truth.js'
import { AskedProfiles, type Asked } from './weigh/asked.js'
import { Ledger } from './weigh/ledger.js'
import type { Place, Tell } from './weigh/opens.js'
import type { Claims, CodeBook } from './weigh/claims.js'
import { Questions, type Inputs } from './weigh/questions.js'

const NOWHERE: Place = {
  code: 0,
  profile: 0,
  place: 0,
  waitsFor: 0,
  subject: 0,
  reason: 0,
  group: 0,
  order: 0,
  points: 0,
  arrives: false,
  threat: 0,
  hard: false,
}

type Unknown = Extract<Verdict, { is: 'unknown' }>

/** A compiled set of profiles at work: matches a consignment and says what its profiles claim. */
export class Part {
  readonly #matcher: Matcher
  readonly #asked: AskedProfiles
  readonly #questions: Questions
  readonly #ledger: Ledger
  readonly #place: Place = { ...NOWHERE }
  #because = -1
  #first = 0
  #end = 0
  #openBits = 0
  #arrives = true

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry,
    book: CodeBook
  ) {
    this.#matcher = new Matcher(compiled)
    this.#asked = new AskedProfiles(compiled, revisions, registry, book)
    this.#ledger = new Ledger(compiled, this.#asked)
    this.#questions = new Questions(compiled.vocabulary.questions, registry)
  }

  match(inputs: Inputs): Matcher {
    this.#questions.begin(inputs)
    this.#matcher.match(inputs.facts, this.#questions.ask)
    return this.#matcher
  }

  /** The full answer of an indicator, or of a condition without an index. */
  verdict({ question }: Asked): Verdict {
    return this.#questions.verdict(question)
  }

  /** What the profiles matched last claim. */
  claim(claims: Claims, matches: Map<string, WatchListMatch>, retired: ReadonlySet<number>): void {
    const { applies, applyCount, open, openConditions, openCount } = this.#matcher
    for (let at = 0; at < applyCount; at++) {
      if (!retired.has(applies[at]!)) this.#applying(applies[at]!, claims, matches)
    }
    for (let at = 0; at < openCount; at++) {
      if (!retired.has(open[at]!)) this.#open(open[at]!, openConditions[at]!, claims, matches)
    }
  }

  #applying(profile: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const asked = this.#asked.get(profile)
    this.#met(asked.questions, matches)
    asked.conditions.forEach((each, at) => {
      if (!each.weighs) return
      const truth = each.certain ? HIT : this.#judge(each)
      if (truth === HIT) claims.hit({ asked: each, points: this.#points(each) })
      else if (truth === CLEAR) claims.clear({ asked: each, points: each.condition.points })
      else {
        const place = this.compiled.profileStarts[profile]! + at
        this.#ledger.prepare(profile)
        this.#add(claims, profile, place, place, each.condition.points, this.#canArrive(place))
      }
    })
  }

  /** Nothing certain is claimed while it is unknown whether the profile applies. */
  #open(profile: number, open: number, claims: Claims, matches: Map<string, WatchListMatch>): void {
    const ledger = this.#ledger
    ledger.prepare(profile)
    if (ledger.asks[profile] === 1) this.#met(this.#asked.get(profile).questions, matches)
    this.#number(profile, open)
    this.#decide(profile)
    const end = this.compiled.profileStarts[profile + 1]!
    for (let place = this.compiled.profileStarts[profile]!; place < end; place++) {
      if (ledger.code(place) < 0) continue
      const truth = this.#truth(place)
      if (truth === CLEAR) {
        const asked = this.#at(profile, place)
        claims.clear({ asked, points: asked.condition.points })
        continue
      }
      const waitsFor = truth === UNKNOWN ? place : this.#because
      const arrives = this.#arrives && (waitsFor === this.#because || this.#canArrive(waitsFor))
      const points =
        truth === HIT && ledger.asks[profile] === 1 ? this.#points(this.#at(profile, place)) : ledger.points(place)
      this.#add(claims, profile, place, waitsFor, points, arrives)
    }
  }

  /** Of a profile that might apply, each condition of `all` holds or is open, and the matching says which. */
  #number(profile: number, open: number): void {
    const count = this.#ledger.all[profile]!
    this.#first = this.compiled.profileStarts[profile]!
    this.#end = count < MOST_NUMBERED ? this.#first + count : this.#first
    this.#openBits = open
  }

  /**
   * What keeps a profile from being known to apply, and whether what would decide it can still come in: every open one of
   * `all` must arrive, but one of `any` is enough.
   */
  #decide(profile: number): void {
    this.#because = -1
    this.#arrives = true
    let place = this.compiled.profileStarts[profile]!
    for (const end = place + this.#ledger.all[profile]!; place < end; place++) {
      if (this.#truth(place) === UNKNOWN) this.#wait(place)
    }
    let deciding = -1
    for (const end = place + this.#ledger.any[profile]!; place < end; place++) {
      const truth = this.#truth(place)
      if (truth === HIT) return
      if (truth !== UNKNOWN) continue
      if (deciding < 0 || (!this.#canArrive(deciding) && this.#canArrive(place))) deciding = place
    }
    if (deciding >= 0) this.#wait(deciding)
  }

  #wait(place: number): void {
    const arrives = this.#canArrive(place)
    if (this.#because < 0 || (arrives && !this.#canArrive(this.#because))) this.#because = place
    this.#arrives &&= arrives
  }

  #truth(place: number): Truth {
    if (place >= this.#first && place < this.#end) return this.#openBits & (1 << (place - this.#first)) ? UNKNOWN : HIT
    return this.#matcher.judge(this.compiled.profileConditions[place]!, this.#questions.ask)
  }

  /** Whether what a place lacks can still arrive for this consignment. */
  #canArrive(place: number): boolean {
    const { conditions, conditionStarts, profileConditions } = this.compiled
    const at = conditionStarts[profileConditions[place]!]!
    if (conditions[at] !== ASK) return this.#matcher.facts.arrives[conditions[at + 1]!]!
    return CAN_STILL_ARRIVE.has((this.#questions.verdict(conditions[at + HEAD]!) as Unknown).why)
  }

  #at(profile: number, place: number): Asked {
    return this.#asked.get(profile).conditions[place - this.compiled.profileStarts[profile]!]!
  }

  #add(claims: Claims, profile: number, place: number, waitsFor: number, points: number, arrives: boolean): void {
    const { conditions, conditionStarts, profileConditions } = this.compiled
    const words = conditionStarts[profileConditions[waitsFor]!]!
    const at = this.#place
    at.code = this.#ledger.code(place)
    at.profile = profile
    at.place = place
    at.waitsFor = waitsFor
    at.subject = this.#ledger.subject(place)
    at.group = this.#ledger.group(place)
    at.order = this.#ledger.order(place)
    at.reason = conditions[words] === ASK ? -1 - conditions[words + HEAD]! : conditions[words + 1]!
    at.points = points
    at.arrives = arrives
    at.threat = this.#ledger.threat[profile]!
    at.hard = this.#ledger.isHard(place)
    claims.opens.add(at, this.#tell)
  }

  readonly #tell: Tell = ({ profile, place, waitsFor, points, arrives }) => {
    const asked = this.#at(profile, place)
    const waits = place === waitsFor ? asked : this.#at(profile, waitsFor)
    return { asked, points, missing: this.#missing(waits), why: this.#why(waits), canArrive: arrives }
  }

  #judge({ number }: Asked): Truth {
    return this.#matcher.judge(number, this.#questions.ask)
  }

  #points({ question, condition }: Asked): number {
    if (question < 0) return condition.points
    const verdict = this.#questions.verdict(question)
    return Math.round(condition.points * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))
  }

  #missing({ question, condition }: Asked): Unknown['missing'] {
    return question < 0 ? (condition as FactCondition).fact : (this.#questions.verdict(question) as Unknown).missing
  }

  #why({ question, slot }: Asked): MissingReason {
    return question < 0 ? this.#matcher.facts.why[slot]! : (this.#questions.verdict(question) as Unknown).why
  }

  #met(questions: readonly number[], matches: Map<string, WatchListMatch>): void {
    for (const question of questions) {
      this.#questions.verdict(question)
      for (const match of this.#questions.matches(question)) matches.set(`${match.entry.id} ${match.path}`, match)
    }
  }
}
