import type { Caps } from '../../assessment/assessment.js'
import { GROUPS } from '../../indicators/definition.js'
import { isHopeful, type CodeClaims } from './claims.js'

/** What one code adds, its group as a place in `GROUPS`. */
export interface Weight {
  readonly group: number
  readonly points: number
  readonly hard: boolean
}

/**
 * Sums of weights by group (DECISIONS 14): a group counts up to its cap, hard ones count in full and use no cap, relief comes
 * last and never goes below zero.
 */
export class Total {
  readonly #sums = new Float64Array(GROUPS.length)
  readonly #caps: Float64Array
  #hard = 0
  #relief = 0

  constructor(caps: Caps) {
    this.#caps = Float64Array.from(GROUPS, (group) => caps[group])
  }

  add({ group, points, hard }: Weight): void {
    if (points < 0) this.#relief -= points
    else if (hard) this.#hard += points
    else this.#sums[group]! += points
  }

  get score(): number {
    return Math.max(0, this.#counted - this.#relief)
  }

  get #counted(): number {
    let sum = this.#hard
    for (let at = 0; at < this.#sums.length; at++) sum += Math.min(this.#sums[at]!, this.#caps[at]!)
    return sum
  }

  /** The score if this weight were one more, all others as they are. */
  with({ group, points, hard }: Weight): number {
    const cap = this.#caps[group]!
    const sum = this.#sums[group]!
    const gained = hard ? points : Math.min(sum + points, cap) - Math.min(sum, cap)
    return Math.max(0, this.#counted + gained - this.#relief)
  }
}

/** What the hits of a code give. A code whose versions stand in different groups counts in that of its strongest claim. */
export const weightOfHits = ({ hit, hardHit }: CodeClaims): Weight | null =>
  hit === null ? null : { group: hit.asked.group, points: hit.points, hard: hardHit }

/** What the code would give if all that can still arrive about it were true. */
export const weightUpTo = (code: CodeClaims): Weight | null => {
  const { hit, open, hardHit, hardOpen } = code
  if (open === null || !isHopeful(open)) return weightOfHits(code)
  if (hit === null) return { group: open.at.group, points: open.at.points, hard: hardOpen }
  return { group: hit.asked.group, points: Math.max(hit.points, open.at.points), hard: hardHit || hardOpen }
}

export const totalOf = (
  codes: readonly CodeClaims[],
  caps: Caps,
  weightOf: (code: CodeClaims) => Weight | null,
  except: CodeClaims | null = null
): Total => {
  const total = new Total(caps)
  for (const code of codes) {
    const weight = code === except ? null : weightOf(code)
    if (weight !== null) total.add(weight)
  }
  return total
}
