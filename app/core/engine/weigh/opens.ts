import { compareText } from '../../assessment/order.js'
import type { MissingReason } from '../../facts/catalogue.js'
import type { UnknownReason } from '../../assessment/assessment.js'
import type { Asked } from './asked.js'
import type { Claim } from './claims.js'

/** The strongest of what could still count under a code. */
export interface OpenClaim extends Claim {
  readonly missing: UnknownReason['missing']
  readonly why: MissingReason
  readonly canArrive: boolean
}

/** An open claim as numbers. */
export interface Place {
  code: number
  /** Profile, and where its condition and the one it waits for stand among all conditions. */
  profile: number
  place: number
  waitsFor: number
  /** Equal where the subjects are, and where what is missing and why are the same. */
  subject: number
  reason: number
  /** Of the subject: its group in `GROUPS`, and its layer and group in the waterfall. */
  group: number
  order: number
  points: number
  arrives: boolean
  threat: number
  hard: boolean
}

/** The strongest open claim of a code; its full words are told only where they are shown. */
export interface Open {
  readonly at: Readonly<Place>
  readonly tell: Tell
}

/** Says the full claim. */
export type Tell = (place: Readonly<Place>) => OpenClaim

/**
 * Open claims of one consignment by code. A message without a load port leaves thousands of profiles open, so nothing is made
 * of them but numbers, and one object a code.
 */
export class Opens {
  #turn = 0
  readonly #best: { turn: number; tell: Tell; readonly at: Place }[] = []
  #touched: number[] = []
  /** Those that count towards "could be up to", in rows of three: code, threat with 32 added where hard, points. */
  #hopeful = new Int32Array(256 * 3) as Int32Array
  #count = 0
  /** One bit a threat of any open claim. */
  threats = 0

  begin(): void {
    this.#turn += 1
    this.#touched = []
    this.#count = 0
    this.threats = 0
  }

  /** @param at is copied: the caller uses it again. */
  add(at: Readonly<Place>, tell: Tell): void {
    const { code } = at
    this.threats |= 1 << at.threat
    if (at.arrives && at.points > 0) this.#hope(code, at.threat, at.hard, at.points)
    const best = (this.#best[code] ??= { turn: 0, tell, at: { ...at } })
    if (best.turn === this.#turn) {
      if (!this.#isStronger(at, best.at, tell, best.tell)) return
    } else this.#touched.push(code)
    best.turn = this.#turn
    best.tell = tell
    const { at: kept } = best
    kept.code = code
    kept.profile = at.profile
    kept.place = at.place
    kept.waitsFor = at.waitsFor
    kept.subject = at.subject
    kept.group = at.group
    kept.order = at.order
    kept.reason = at.reason
    kept.points = at.points
    kept.arrives = at.arrives
  }

  /** Of two that would be shown alike it matters not which is. */
  #isStronger(at: Readonly<Place>, best: Readonly<Place>, tell: Tell, told: Tell): boolean {
    if (best.arrives !== at.arrives) return at.arrives
    if (best.points !== at.points) return at.points > best.points
    if (tell === told && best.subject === at.subject && best.reason === at.reason) return false
    return firstOpen(tell(at), told(best)) < 0
  }

  /** The strongest of each code that is open. */
  forEach(take: (code: number, open: Open) => void): void {
    for (const code of this.#touched) take(code, this.#best[code]!)
  }

  forEachHopeful(take: (code: number, threat: number, hard: boolean, points: number) => void): void {
    for (let at = 0; at < this.#count; at += 3) {
      const threat = this.#hopeful[at + 1]!
      take(this.#hopeful[at]!, threat & 31, threat > 31, this.#hopeful[at + 2]!)
    }
  }

  #hope(code: number, threat: number, hard: boolean, points: number): void {
    if (this.#count + 3 > this.#hopeful.length) this.#hopeful = larger(this.#hopeful, this.#hopeful.length * 2)
    this.#hopeful[this.#count] = code
    this.#hopeful[this.#count + 1] = threat + (hard ? 32 : 0)
    this.#hopeful[this.#count + 2] = points
    this.#count += 3
  }
}

const larger = (array: Int32Array, length: number): Int32Array => {
  const made = new Int32Array(length)
  made.set(array)
  return made
}

/** Of what can arrive alike and gives as much: an order that no order of profiles can change. */
const firstOpen = (a: OpenClaim, b: OpenClaim): number =>
  compareSubjects(a.asked, b.asked) ||
  (a.missing === b.missing ? 0 : compareText(a.missing, b.missing)) ||
  (a.why === b.why ? 0 : compareText(a.why, b.why))

const compareSubjects = (a: Asked, b: Asked): number =>
  a.subjectText === b.subjectText ? 0 : compareText(a.subjectText, b.subjectText)
