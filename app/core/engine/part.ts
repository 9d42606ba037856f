import type { WatchListMatch } from '../matching/watch_list.js'
import type { Fact, FactSnapshot } from '../facts/catalogue.js'
import { factReader } from '../facts/fact.js'
import type { Verdict } from '../indicators/definition.js'
import { unknown } from '../indicators/verdict.js'
import type { IndicatorRegistry } from '../indicators/registry.js'
import type { FactCondition, ProfileRevision } from '../profiles/document.js'
import type { CompiledProfiles } from './compile.js'
import { Matcher } from './matcher.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from './truth.js'
import { canArrive, undecided, type Undecided, type Unknown } from './weigh/application.js'
import { AskedProfiles, type Asked, type AskedProfile } from './weigh/asked.js'
import type { Claims } from './weigh/claims.js'
import { Questions, type Inputs } from './weigh/questions.js'

/** A compiled set of profiles at work: matches a consignment and says what its profiles claim. */
export class Part {
  readonly #matcher: Matcher
  readonly #asked: AskedProfiles
  readonly #questions: Questions
  #facts: FactSnapshot | null = null

  constructor(
    readonly compiled: CompiledProfiles,
    readonly revisions: readonly ProfileRevision[],
    registry: IndicatorRegistry
  ) {
    this.#matcher = new Matcher(compiled)
    this.#asked = new AskedProfiles(compiled, revisions, registry)
    this.#questions = new Questions(compiled.vocabulary.questions, registry)
  }

  match(inputs: Inputs): Matcher {
    this.#facts = inputs.facts
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
    const { applies, applyCount, open, openCount } = this.#matcher
    for (let at = 0; at < applyCount; at++) {
      if (!retired.has(applies[at]!)) this.#applying(this.#asked.get(applies[at]!), claims, matches)
    }
    for (let at = 0; at < openCount; at++) {
      if (!retired.has(open[at]!)) this.#open(this.#asked.get(open[at]!), claims, matches)
    }
  }

  #applying(profile: AskedProfile, claims: Claims, matches: Map<string, WatchListMatch>): void {
    this.#met(profile, matches)
    for (const asked of profile.claims) {
      const truth = asked.certain ? HIT : this.#judge(asked)
      if (truth === HIT) claims.hit({ asked, points: this.#points(asked) })
      else if (truth === CLEAR) claims.clear({ asked, points: asked.condition.points })
      else {
        const because = this.#unknown(asked)
        const { missing, why } = because
        claims.open({ asked, points: asked.condition.points, missing, why, canArrive: canArrive(because) })
      }
    }
  }

  /** Nothing certain is claimed while it is unknown whether the profile applies. */
  #open(profile: AskedProfile, claims: Claims, matches: Map<string, WatchListMatch>): void {
    this.#met(profile, matches)
    const waits = this.#undecided(profile)
    for (const asked of profile.claims) {
      const truth = this.#judge(asked)
      if (truth === CLEAR) {
        claims.clear({ asked, points: asked.condition.points })
        continue
      }
      const own = truth === UNKNOWN ? this.#unknown(asked) : null
      const { missing, why } = own ?? waits.because
      const arrives = waits.canArrive && (own === null || canArrive(own))
      const points = truth === HIT ? this.#points(asked) : asked.condition.points
      claims.open({ asked, points, missing, why, canArrive: arrives })
    }
  }

  #undecided({ all, any }: AskedProfile): Undecided {
    const hits = any.some((asked) => this.#judge(asked) === HIT)
    return undecided(this.#unknowns(all), hits ? [] : this.#unknowns(any))
  }

  #unknowns(asked: readonly Asked[]): readonly Unknown[] {
    const found: Unknown[] = []
    for (const each of asked) if (this.#judge(each) === UNKNOWN) found.push(this.#unknown(each))
    return found
  }

  #judge({ number }: Asked): Truth {
    return this.#matcher.judge(number, this.#questions.ask)
  }

  #points({ question, condition }: Asked): number {
    if (question < 0) return condition.points
    const verdict = this.#questions.verdict(question)
    return Math.round(condition.points * (verdict.is === 'hit' ? (verdict.weight ?? 1) : 1))
  }

  #unknown({ question, condition }: Asked): Unknown {
    if (question < 0) return unknownFact(condition as FactCondition, this.#facts!)
    return this.#questions.verdict(question) as Unknown
  }

  #met({ questions }: AskedProfile, matches: Map<string, WatchListMatch>): void {
    for (const question of questions) {
      this.#questions.verdict(question)
      for (const match of this.#questions.matches(question)) matches.set(`${match.entry.id} ${match.path}`, match)
    }
  }
}

/** Why a fact condition without an answer has none, as `judgeFact` says it. */
const unknownFact = ({ fact: key }: FactCondition, facts: FactSnapshot): Unknown => {
  const fact: Fact<unknown> = factReader(facts).get(key)
  return unknown(key, fact.known ? 'not_understood' : fact.why) as Unknown
}
