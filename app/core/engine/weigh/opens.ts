import type { MissingReason } from '../../facts/catalogue.js'
import type { UnknownReason } from '../../assessment/assessment.js'
import { compareText } from '../../assessment/order.js'
import { GROUP_AT, HARD, ORDER_AT, THREAT } from '../claim_tables.js'
import type { Ledger } from './ledger.js'

/** What an open claim waits for. */
export interface Lack {
  readonly missing: UnknownReason['missing']
  readonly why: MissingReason
}

/** Says in words what the numbers of an open claim stand for. */
export interface Teller {
  readonly ledger: Ledger
  /** @param lacks slot of a fact, or below zero the complement of a question. */
  lack(lacks: number): Lack
}

/** How many open codes wait for the same. */
interface Count extends Lack {
  readonly count: number
}

/** The strongest open claim of a code that also hit or was clear. */
export interface Open {
  readonly points: number
  readonly group: number
  /** Counts towards "could be up to". Relief in doubt is not granted. */
  readonly isHopeful: boolean
  /** Whether one of the hopeful ones is hard. */
  readonly isHard: boolean
}

/** Rows of `Opens.rows` by code: turn, points, claim, what it lacks, flags of its claim, order, state, place in `touched`. */
export const OPEN = 8
export const POINTS = 1
export const CLAIMED = 2
export const LACKS = 3
export const FLAGS = 4
export const ORDER = 5
export const STATE = 6
const TOUCHED = 7
/** State: the strongest can still arrive; it is hopeful; one of the hopeful is hard; the code also hit; it was told, or is not to be; which teller knows it. */
const ARRIVES = 1
export const HOPEFUL = 2
export const HARD_HOPE = 4
export const HIT_TOO = 8
const TOLD = 16
const TELLER_AT = 5

/**
 * Open claims of one consignment by code. A message without a load port leaves thousands of profiles open, so nothing is made
 * of them but numbers: one row a code, read and written in one go.
 */
export class Opens {
  #turn = 0
  rows: Int32Array = new Int32Array(OPEN * 256)
  /** Codes with an open claim, the first `count` of them. */
  touched: Int32Array = new Int32Array(256)
  count = 0
  /** Claims that count towards "could be up to", in pairs: place in `touched` with the threat, points with hardness. */
  hopeful: Int32Array = new Int32Array(512)
  hopefulCount = 0
  /** One bit a threat of any open claim. */
  threats = 0
  #tellers: Teller[] = []

  begin(): void {
    this.#turn += 1
    this.count = 0
    this.hopefulCount = 0
    this.threats = 0
    this.#tellers = []
  }

  /** @returns what stands for the teller in `add`. */
  enter(teller: Teller, codes: number): number {
    if (codes * OPEN > this.rows.length) this.rows = larger(this.rows, codes * OPEN)
    return this.#tellers.push(teller) - 1
  }

  /** @param claim with `where` and `flags` from its row in the ledger. */
  add(
    code: number,
    claim: number,
    where: number,
    flags: number,
    points: number,
    lacks: number,
    arrives: boolean,
    teller: number
  ): void {
    const { rows } = this
    const row = code * OPEN
    const isHopeful = arrives && points > 0
    let state = (arrives ? ARRIVES : 0) | (isHopeful ? HOPEFUL : 0) | (teller << TELLER_AT)
    if (isHopeful && flags & HARD) state |= HARD_HOPE
    this.threats |= 1 << (flags & THREAT)
    if (rows[row] !== this.#turn) {
      rows[row] = this.#turn
      rows[row + TOUCHED] = this.#touch(code)
      if (isHopeful) this.#hope(rows[row + TOUCHED]!, flags, points)
    } else {
      if (isHopeful) this.#hope(rows[row + TOUCHED]!, flags, points)
      const known = rows[row + STATE]!
      rows[row + STATE] = known | (state & HARD_HOPE)
      if (!this.#isStronger(row, claim, points, lacks, arrives, teller)) return
      state |= known & HARD_HOPE
    }
    rows[row + POINTS] = points
    rows[row + CLAIMED] = claim
    rows[row + LACKS] = lacks
    rows[row + FLAGS] = flags
    rows[row + ORDER] = where >> ORDER_AT
    rows[row + STATE] = state
  }

  /** What is open of a code that hit or was clear. One that hit is no longer counted among those that are only open. */
  beside(code: number, isHit: boolean): Open | null {
    const row = code * OPEN
    if (row >= this.rows.length || this.rows[row] !== this.#turn) return null
    if (isHit) this.rows[row + STATE]! |= HIT_TOO
    const state = this.rows[row + STATE]!
    return {
      points: this.rows[row + POINTS]!,
      group: (this.rows[row + FLAGS]! >> GROUP_AT) & 15,
      isHopeful: (state & HOPEFUL) !== 0,
      isHard: (state & HARD_HOPE) !== 0,
    }
  }

  /** Where a code stands in `touched`. */
  placeOf(code: number): number {
    return this.rows[code * OPEN + TOUCHED]!
  }

  /** Says the strongest of a code in full. */
  tell(code: number, couldAdd: number): UnknownReason {
    const row = code * OPEN
    const { ledger, lack } = this.#tellers[this.rows[row + STATE]! >> TELLER_AT]!
    this.leave(code)
    return ledger.unknown(this.rows[row + CLAIMED]!, this.rows[row + POINTS]!, couldAdd, lack(this.rows[row + LACKS]!))
  }

  /** A code that is not to be told. */
  leave(code: number): void {
    this.rows[code * OPEN + STATE]! |= TOLD
  }

  /** What all codes wait for that were not told. */
  untold(): readonly Count[] {
    const counts = this.#tellers.map(() => new Map<number, number>())
    for (let at = 0; at < this.count; at++) {
      const row = this.touched[at]! * OPEN
      const state = this.rows[row + STATE]!
      const lacks = this.rows[row + LACKS]!
      if (state & TOLD) continue
      const of = counts[state >> TELLER_AT]!
      of.set(lacks, (of.get(lacks) ?? 0) + 1)
    }
    return counts.flatMap((of, teller) =>
      [...of].map(([lacks, count]) => ({ ...this.#tellers[teller]!.lack(lacks), count }))
    )
  }

  /** What can arrive first, then what gives more; of two that would be shown alike it matters not which is. */
  #isStronger(row: number, claim: number, points: number, lacks: number, arrives: boolean, teller: number): boolean {
    const { rows } = this
    const best = rows[row + STATE]!
    if (((best & ARRIVES) !== 0) !== arrives) return arrives
    if (rows[row + POINTS] !== points) return points > rows[row + POINTS]!
    const told = this.#tellers[best >> TELLER_AT]!
    const tells = this.#tellers[teller]!
    const known = rows[row + CLAIMED]!
    const { ledger } = tells
    const isSame = told === tells && ledger.subjects[known] === ledger.subjects[claim]
    if (isSame && rows[row + LACKS] === lacks) return false
    const order = isSame
      ? 0
      : compareText(ledger.asked(claim).subjectText, told.ledger.asked(known).subjectText)
    return (order || compareLacks(tells.lack(lacks), told.lack(rows[row + LACKS]!))) < 0
  }

  #touch(code: number): number {
    if (this.count === this.touched.length) this.touched = larger(this.touched, this.count * 2)
    this.touched[this.count] = code
    return this.count++
  }

  #hope(place: number, flags: number, points: number): void {
    const at = this.hopefulCount
    if (at === this.hopeful.length) this.hopeful = larger(this.hopeful, at * 2)
    this.hopeful[at] = place * (THREAT + 1) + (flags & THREAT)
    this.hopeful[at + 1] = points * 2 + (flags & HARD ? 1 : 0)
    this.hopefulCount = at + 2
  }
}

const larger = (array: Int32Array, length: number): Int32Array => {
  const made = new Int32Array(length)
  made.set(array)
  return made
}

const compareLacks = (a: Lack, b: Lack): number => compareText(a.missing, b.missing) || compareText(a.why, b.why)
