import type { Caps } from '../../assessment/assessment.js'
import { GROUPS } from '../../indicators/definition.js'
import { groupOf } from '../claim_tables.js'
import type { CodeClaims } from './claims.js'
import { HIT_TOO, FLAGS, HARD_HOPE, HOPEFUL, OPEN, POINTS, STATE, type Opens } from './opens.js'

const known = new WeakMap<Caps, Float64Array>()

const NONE = new Float64Array(GROUPS.length)

/** Caps by place in `GROUPS`; an administration weighs everything by the same object. */
export const capsOf = (caps: Caps): Float64Array => {
  const made = known.get(caps) ?? Float64Array.from(GROUPS, (group) => caps[group])
  known.set(caps, made)
  return made
}

/**
 * Sums of weights by group (DECISIONS 14): a group counts up to its cap, hard ones count in full and use no cap, relief comes
 * last and never goes below zero.
 */
export class Total {
  readonly #sums = new Float64Array(GROUPS.length)
  #caps: Float64Array = NONE
  #hard = 0
  #relief = 0

  /** Begins anew. */
  begin(caps: Caps): void {
    this.#sums.fill(0)
    this.#caps = capsOf(caps)
    this.#hard = this.#relief = 0
  }

  /** What hits give, and nothing else. */
  ofHits(codes: readonly CodeClaims[], caps: Caps, except: CodeClaims | null = null): this {
    this.begin(caps)
    for (const code of codes) if (code !== except) this.addHits(code)
    return this
  }

  /** @param group a place in `GROUPS`. */
  add(group: number, points: number, hard: boolean): void {
    if (points < 0) this.#relief -= points
    else if (hard) this.#hard += points
    else this.#sums[group]! += points
  }

  /** Adds what the hits of a code give. A code whose versions stand in different groups counts in that of its strongest claim. */
  addHits({ hit, hardHit }: CodeClaims): void {
    if (hit !== null) this.add(groupOf(hit.flags), hit.points, hardHit)
  }

  /** Adds what the code would give if all that can still arrive about it were true. */
  addUpTo(code: CodeClaims): void {
    const { hit, open, hardHit } = code
    if (hit === null) return
    if (open?.isHopeful) this.add(groupOf(hit.flags), Math.max(hit.points, open.points), hardHit || open.isHard)
    else this.addHits(code)
  }

  /** Adds what codes without a hit could give. */
  addOpens({ rows, count }: Opens): void {
    for (let row = 0; row < count * OPEN; row += OPEN) {
      const state = rows[row + STATE]!
      if ((state & (HOPEFUL | HIT_TOO)) !== HOPEFUL) continue
      if (state & HARD_HOPE) this.#hard += rows[row + POINTS]!
      else this.#sums[groupOf(rows[row + FLAGS]!)]! += rows[row + POINTS]!
    }
  }

  get score(): number {
    return Math.max(0, this.#counted - this.#relief)
  }

  get #counted(): number {
    let sum = this.#hard
    for (let at = 0; at < this.#sums.length; at++) sum += Math.min(this.#sums[at]!, this.#caps[at]!)
    return sum
  }

  /** What the score would gain from one more, all others as they are. */
  gains(): (group: number, points: number, hard: boolean) => number {
    const counted = this.#counted
    const score = Math.max(0, counted - this.#relief)
    return (group, points, hard) => {
      const cap = this.#caps[group]!
      const sum = this.#sums[group]!
      const gained = hard ? points : Math.min(sum + points, cap) - Math.min(sum, cap)
      return Math.max(0, counted + gained - this.#relief) - score
    }
  }
}
