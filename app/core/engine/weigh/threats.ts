import type { AssessmentResult, Caps, Cuts } from '../../assessment/assessment.js'
import { GROUPS, THREATS } from '../../indicators/definition.js'
import { groupOf, HARD, THREAT } from '../claim_tables.js'
import type { CodeClaims } from './claims.js'
import { capsOf } from './total.js'
import { FLAGS, HIT_TOO, OPEN, STATE, type Opens } from './opens.js'

type Threats = AssessmentResult['threats']
type Alerts = AssessmentResult['alerts']
type Alert = Alerts[number]

const ALL = THREATS.indexOf('ALL')
/** Threats of one open code, as `Opens.hopeful` numbers them. */
const EACH = THREAT + 1

/** Sums of weights by threat and group, as `Total` has them for one. */
class Totals {
  readonly #sums = new Float64Array(THREATS.length * GROUPS.length)
  readonly #hard = new Float64Array(THREATS.length)
  readonly #relief = new Float64Array(THREATS.length)

  clear(): void {
    this.#sums.fill(0)
    this.#hard.fill(0)
    this.#relief.fill(0)
  }

  add(threat: number, group: number, points: number, hard: boolean): void {
    if (points < 0) this.#relief[threat]! -= points
    else if (hard) this.#hard[threat]! += points
    else this.#sums[threat * GROUPS.length + group]! += points
  }

  score(threat: number, caps: Float64Array): number {
    let sum = this.#hard[threat]!
    for (let at = 0; at < caps.length; at++) sum += Math.min(this.#sums[threat * caps.length + at]!, caps[at]!)
    return Math.max(0, sum - this.#relief[threat]!)
  }
}

/** What threats score, and which of them an alert is due for. Its tables are used again. */
export class ThreatScores {
  readonly #totals = new Totals()
  /** The most a code gives to each threat, -Infinity where nothing, and whether it is hard there. */
  readonly #most = new Float64Array(THREATS.length)
  readonly #hard = new Uint8Array(THREATS.length)
  /** By place of an open code and threat: twice the most points and hardness, 0 where nothing. */
  #cells = new Int32Array(EACH * 256)

  /** Strongest first; ties in the order of the catalogue. */
  threats(codes: readonly CodeClaims[], caps: Caps): Threats {
    let claimed = 0
    let hard = 0
    for (const { hits } of codes) {
      for (const { flags } of hits) {
        claimed |= 1 << (flags & THREAT)
        if (flags & HARD) hard |= 1 << (flags & THREAT)
      }
    }
    if (claimed === 0) return []
    this.#totals.clear()
    for (const code of codes) this.#count(code, claimed, false)
    const limits = capsOf(caps)
    const threats: Threats[number][] = []
    for (let at = 0; at < THREATS.length; at++) {
      if ((claimed & (1 << at)) === 0) continue
      const threat = { threat: THREATS[at]!, score: this.#totals.score(at, limits), hard: (hard & (1 << at)) !== 0 }
      if (threat.score > 0 || threat.hard) threats.push(threat)
    }
    // Sorting keeps the order of the catalogue among equals.
    return threats.sort((a, b) => b.score - a.score)
  }

  /**
   * DECISIONS 17: a threat that reaches the threshold or is hard; the strongest when only the total
   * reaches it; and, when nothing else is due, the likeliest one where "could be up to" reaches the high cut.
   */
  alerts(
    codes: readonly CodeClaims[],
    opens: Opens,
    weighed: { readonly score: number; readonly upTo: number; readonly threats: Threats },
    cuts: Cuts,
    caps: Caps
  ): Alerts {
    const due = weighed.threats.flatMap(({ threat, score, hard }): Alert[] =>
      hard ? [{ threat, because: 'hard' }] : score >= cuts.alert ? [{ threat, because: 'threshold' }] : []
    )
    const strongest = weighed.threats[0]
    if (due.length === 0 && weighed.score >= cuts.alert && strongest)
      return [{ threat: strongest.threat, because: 'total' }]
    if (due.length === 0 && weighed.upTo >= cuts.high) return this.#likeliest(codes, opens, caps)
    return due
  }

  #likeliest(codes: readonly CodeClaims[], opens: Opens, caps: Caps): Alerts {
    let claimed = opens.threats
    for (const { hits } of codes) for (const { flags } of hits) claimed |= 1 << (flags & THREAT)
    this.#totals.clear()
    this.#fill(opens)
    for (const code of codes) this.#count(code, claimed, true)
    this.#empty(opens)
    const limits = capsOf(caps)
    let best = -1
    let most = -1
    for (const threat of bits(claimed)) {
      const upTo = this.#totals.score(threat, limits)
      if (upTo <= most) continue
      best = threat
      most = upTo
    }
    return best < 0 ? [] : [{ threat: THREATS[best]!, because: 'could_be' }]
  }

  /** The most each open code could give to each threat. */
  #fill({ hopeful, hopefulCount, count }: Opens): void {
    if (count * EACH > this.#cells.length) this.#cells = new Int32Array(count * EACH * 2)
    const cells = this.#cells
    for (let at = 0; at < hopefulCount; at += 2) {
      const cell = hopeful[at]!
      const known = cells[cell]!
      const given = hopeful[at + 1]!
      cells[cell] = (Math.max(known, given) & ~1) | ((known | given) & 1)
    }
  }

  /** Adds what codes without a hit could give, and leaves the table as it was. */
  #empty({ rows, hopeful, hopefulCount }: Opens): void {
    const cells = this.#cells
    for (let at = 0; at < hopefulCount; at += 2) {
      const cell = hopeful[at]!
      const given = cells[cell]!
      if (given === 0) continue
      cells[cell] = 0
      const row = (cell >> 5) * OPEN
      if (rows[row + STATE]! & HIT_TOO) continue
      this.#totals.add(cell & THREAT, groupOf(rows[row + FLAGS]!), given >> 1, (given & 1) === 1)
    }
  }

  /** Adds what a code that hit gives to each threat; relief for all threats relieves each. With what is open of it, what it could give. */
  #count({ hit, open, hits }: CodeClaims, claimed: number, withOpen: boolean): void {
    if (hit === null) return
    const isAlone = hits.length === 1 && !(withOpen && open !== null)
    if (isAlone && (hit.points >= 0 || (hit.flags & THREAT) !== ALL)) {
      this.#totals.add(hit.flags & THREAT, groupOf(hit.flags), hit.points, (hit.flags & HARD) !== 0)
      return
    }
    const most = this.#most.fill(-Infinity)
    const hard = this.#hard.fill(0)
    if (withOpen && open !== null) {
      const first = open.place * EACH
      for (let threat = 0; threat < most.length; threat++) {
        const given = this.#cells[first + threat]!
        if (given === 0) continue
        most[threat] = given >> 1
        hard[threat] = given & 1
      }
    }
    let relief = -Infinity
    let isReliefHard = false
    for (const { flags, points } of hits) {
      const threat = flags & THREAT
      most[threat] = Math.max(most[threat]!, points)
      if (flags & HARD) hard[threat] = 1
      if (threat !== ALL || points >= 0) continue
      relief = Math.max(relief, points)
      isReliefHard ||= (flags & HARD) !== 0
    }
    for (let threat = 0; threat < most.length; threat++) {
      if ((claimed & (1 << threat)) === 0) continue
      const points = Math.max(most[threat]!, relief)
      if (points > -Infinity) this.#totals.add(threat, groupOf(hit.flags), points, hard[threat] === 1 || isReliefHard)
    }
  }
}

const bits = (of: number): number[] => THREATS.flatMap((_, at) => (of & (1 << at) ? [at] : []))
