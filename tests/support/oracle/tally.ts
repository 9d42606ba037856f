import type { Caps } from '#core/assessment/assessment'
import type { Group } from '#core/indicators/definition'

export interface Weight {
  readonly code: string
  readonly group: Group
  readonly points: number
  readonly hard: boolean
}

export interface Counted {
  readonly counted: number
  /** Points of the group counted against its cap, up to and including this one. */
  readonly groupUsed: number
}

/**
 * Adds up weights in waterfall order (DECISIONS 14): a group counts up to its cap, hard ones count in
 * full and use no cap, relief comes last and never goes below zero. `score` is the sum of `counted`.
 */
export const tally = <W extends Weight>(
  weights: readonly W[],
  caps: Caps
): { score: number; lines: readonly (W & Counted)[] } => {
  const used = new Map<Group, number>()
  let score = 0
  const lines = weights.map((weight) => {
    const before = used.get(weight.group) ?? 0
    const counted =
      weight.points < 0
        ? -Math.min(-weight.points, score)
        : weight.hard
          ? weight.points
          : Math.min(weight.points, caps[weight.group] - before)
    const groupUsed = weight.points < 0 || weight.hard ? before : before + counted
    used.set(weight.group, groupUsed)
    score += counted
    return { ...weight, counted, groupUsed }
  })
  return { score, lines }
}
