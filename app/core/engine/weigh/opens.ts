import type { MissingReason } from '../../facts/catalogue.js'
import type { UnknownReason } from '../../assessment/assessment.js'
import { compareText } from '../../assessment/order.js'
import { FLAGS as CLAIM_FLAGS, HARD, ORDER_AT, THREAT, WHERE } from '../claim_tables.js'
import { larger } from '../growing.js'
import type { Ledger } from './ledger.js'
import { Places } from './places.js'

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
  /** Of its row. */
  readonly place: number
  readonly points: number
  /** Counts towards "could be up to". Relief in doubt is not granted. */
  readonly isHopeful: boolean
  /** Whether one of the hopeful ones is hard. */
  readonly isHard: boolean
}

/** Rows of `Opens.rows`, one a code: the code and, of its strongest claim, points, subject, what it lacks, flags, order, state. */
export const OPEN = 8
export const POINTS = 1
const SUBJECT = 2
const LACKS = 3
export const FLAGS = 4
export const ORDER = 5
export const STATE = 6
/** State: the strongest can still arrive; it is hopeful; one of the hopeful is hard; the code also hit; which teller knows it. */
const ARRIVES = 1
export const HOPEFUL = 2
export const HARD_HOPE = 4
export const HIT_TOO = 8
const TOLD = 16
const TELLER_AT = 5

/**
 * Open claims of one consignment by code. A message without a load port leaves thousands of profiles open, so nothing is made
 * of them but numbers: one row a code, in one place in memory.
 */
export class Opens {
  rows: Int32Array = new Int32Array(OPEN * 128)
  readonly #places = new Places()
  /** Claims that count towards "could be up to", in pairs: place of the row with the threat, points with hardness. */
  hopeful: Int32Array = new Int32Array(256)
  hopefulCount = 0
  /** One bit a threat of any open claim. */
  threats = 0
  /** How many codes need not be told any more. */
  #left = 0
  #tellers: Teller[] = []

  /** How many codes are open. */
  get count(): number {
    return this.#places.count
  }

  /** @param size how many codes there are. */
  begin(size: number): void {
    this.#places.begin(size)
    this.hopefulCount = 0
    this.threats = 0
    this.#left = 0
    this.#tellers = []
  }

  /** What is added from now on it knows. */
  enter(teller: Teller): void {
    this.#tellers.push(teller)
  }

  /** @param at where in `laid` the claim stands. */
  add(code: number, laid: Int32Array, at: number, points: number, lacks: number, arrives: boolean): void {
    const flags = laid[at + CLAIM_FLAGS]!
    const teller = this.#tellers.length - 1
    const isHopeful = arrives && points > 0
    let state = (arrives ? ARRIVES : 0) | (isHopeful ? HOPEFUL : 0) | (teller << TELLER_AT)
    if (isHopeful && flags & HARD) state |= HARD_HOPE
    this.threats |= 1 << (flags & THREAT)
    const known = this.#places.count
    const place = this.#places.place(code)
    if ((place + 1) * OPEN > this.rows.length) this.rows = larger(this.rows)
    if (isHopeful) this.#hope(place, flags, points)
    const { rows } = this
    const row = place * OPEN
    if (place < known) {
      const before = rows[row + STATE]!
      rows[row + STATE] = before | (state & HARD_HOPE)
      if (!this.#isStronger(row, laid[at]!, points, lacks, arrives, teller)) return
      state |= before & HARD_HOPE
    }
    rows[row] = code
    rows[row + POINTS] = points
    rows[row + SUBJECT] = laid[at]!
    rows[row + LACKS] = lacks
    rows[row + FLAGS] = flags
    rows[row + ORDER] = laid[at + WHERE]! >> ORDER_AT
    rows[row + STATE] = state
  }

  /** What is open of a code that hit or was clear. One that hit is no longer counted among those that are only open. */
  beside(code: number, isHit: boolean): Open | null {
    const place = this.#places.find(code)
    if (place < 0) return null
    const row = place * OPEN
    if (isHit) this.rows[row + STATE]! |= HIT_TOO
    const state = this.rows[row + STATE]!
    return {
      place,
      points: this.rows[row + POINTS]!,
      isHopeful: (state & HOPEFUL) !== 0,
      isHard: (state & HARD_HOPE) !== 0,
    }
  }

  /** To be called before the code at a place is told. */
  prepare(place: number): void {
    const { rows } = this
    this.#tellers[rows[place * OPEN + STATE]! >> TELLER_AT]!.ledger.prepare(rows[place * OPEN + SUBJECT]!)
  }

  /** Says the strongest of the code at a place in full. */
  tell(place: number, couldAdd: number): UnknownReason {
    const { rows } = this
    const row = place * OPEN
    const subject = rows[row + SUBJECT]!
    const teller = this.#tellers[rows[row + STATE]! >> TELLER_AT]!
    const { ledger } = teller
    const { version, title, layer, group } = ledger.kind(subject)
    const { missing, why } = teller.lack(rows[row + LACKS]!)
    this.leave(place)
    return {
      code: ledger.code(subject),
      version,
      title,
      titleParams: ledger.titleParams(subject),
      layer,
      group,
      points: rows[row + POINTS]!,
      couldAdd,
      missing,
      why,
    }
  }

  /** A code that is not to be told. */
  leave(place: number): void {
    this.rows[place * OPEN + STATE]! |= TOLD
    this.#left += 1
  }

  /** What all codes wait for that were not told. */
  untold(): readonly Count[] {
    if (this.#left === this.count) return []
    const counts = this.#tellers.map(() => new Map<number, number>())
    // What waits for the same mostly stands together.
    let alike = 0
    let last = -1
    for (let row = 0; row < this.count * OPEN; row += OPEN) {
      if (this.rows[row + STATE]! & TOLD) continue
      if (last < 0 || !this.#isAlike(last, row)) {
        if (last >= 0) this.#count(counts, last, alike)
        last = row
        alike = 0
      }
      alike += 1
    }
    if (last >= 0) this.#count(counts, last, alike)
    return counts.flatMap((of, teller) =>
      [...of].map(([lacks, count]) => ({ ...this.#tellers[teller]!.lack(lacks), count }))
    )
  }

  #isAlike(row: number, other: number): boolean {
    const { rows } = this
    return (
      rows[row + LACKS] === rows[other + LACKS] && rows[row + STATE]! >> TELLER_AT === rows[other + STATE]! >> TELLER_AT
    )
  }

  #count(counts: readonly Map<number, number>[], row: number, alike: number): void {
    const of = counts[this.rows[row + STATE]! >> TELLER_AT]!
    const lacks = this.rows[row + LACKS]!
    of.set(lacks, (of.get(lacks) ?? 0) + alike)
  }

  /** What can arrive first, then what gives more; of two that would be shown alike it matters not which is. */
  #isStronger(row: number, subject: number, points: number, lacks: number, arrives: boolean, teller: number): boolean {
    const { rows } = this
    const best = rows[row + STATE]!
    if (((best & ARRIVES) !== 0) !== arrives) return arrives
    if (rows[row + POINTS] !== points) return points > rows[row + POINTS]!
    const told = this.#tellers[best >> TELLER_AT]!
    const tells = this.#tellers[teller]!
    const known = rows[row + SUBJECT]!
    const { ledger } = tells
    const isSame = told === tells && known === subject
    if (isSame && rows[row + LACKS] === lacks) return false
    const order = isSame ? 0 : compareText(ledger.asked(subject).subjectText, told.ledger.asked(known).subjectText)
    return (order || compareLacks(tells.lack(lacks), told.lack(rows[row + LACKS]!))) < 0
  }

  #hope(place: number, flags: number, points: number): void {
    const at = this.hopefulCount
    if (at === this.hopeful.length) this.hopeful = larger(this.hopeful)
    this.hopeful[at] = place * (THREAT + 1) + (flags & THREAT)
    this.hopeful[at + 1] = points * 2 + (flags & HARD ? 1 : 0)
    this.hopefulCount = at + 2
  }
}

const compareLacks = (a: Lack, b: Lack): number => compareText(a.missing, b.missing) || compareText(a.why, b.why)
