import type { Caps } from '../../assessment/assessment.js'
import { GROUPS, type Group } from '../../indicators/definition.js'
import { isHopeful, type CodeClaims } from './claims.js'

/** What one code adds. */
export interface Weight {
  readonly group: Group
  readonly points: number
  readonly hard: boolean
}

/**
 * Sums of weights by group (DECISIONS 14): a group counts up to its cap, hard ones count in full and use no cap, relief comes
 * last and never goes below zero. What was added can be taken off again.
 */
export class Total {
  readonly #groups = new Float64Array(GROUPS.length)
  #hard = 0
  #relief = 0

  constructor(private readonly caps: Caps) {}

  add(weight: Weight | null, times: 1 | -1 = 1): this {
    if (weight === null) return this
    const points = weight.points * times
    if (weight.points < 0) this.#relief -= points
    else if (weight.hard) this.#hard += points
    else this.#groups[GROUPS.indexOf(weight.group)]! += points
    return this
  }

  get score(): number {
    let sum = this.#hard
    for (let at = 0; at < GROUPS.length; at++) sum += Math.min(this.#groups[at]!, this.caps[GROUPS[at]!])
    return Math.max(0, sum - this.#relief)
  }
}

/** What the hits of a code give. A code whose versions stand in different groups counts in that of its strongest claim. */
export const weightOfHits = ({ hit, hits }: CodeClaims): Weight | null =>
  hit === null
    ? null
    : {
        group: hit.asked.subject.group,
        points: hit.points,
        hard: hits.length === 1 ? hit.asked.subject.hard : hits.some(({ asked }) => asked.subject.hard),
      }

/** What the code would give if all that can still arrive about it were true. */
export const weightUpTo = (code: CodeClaims): Weight | null => {
  const hits = weightOfHits(code)
  const { open } = code
  if (open === null || !isHopeful(open)) return hits
  const hard = code.opens.some((each) => isHopeful(each) && each.asked.subject.hard)
  if (hits === null) return { group: open.asked.subject.group, points: open.points, hard }
  return { group: hits.group, points: Math.max(hits.points, open.points), hard: hits.hard || hard }
}

export const totalOf = (weights: readonly (Weight | null)[], caps: Caps): Total => {
  const total = new Total(caps)
  for (const weight of weights) total.add(weight)
  return total
}
