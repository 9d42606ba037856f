import { atLeast, chancesOf } from './chance.js'
import { shareOf, wasOpen, type DrawnOrder } from './drawn_order.js'

/** How often one officer inspected what belongs to one party. */
export interface Meeting {
  officer: string
  party: string
  /** Orders of the party of which the officer was one of several candidates. */
  able: number
  /** How many of those chance gives the officer. */
  expected: number
  /** Those that went to the officer in the end. */
  met: number
  /** Of `met`, those drawn for somebody else. */
  given: number
  lift: number
  /** Probability that chance makes it as many or more, 0 to 1. */
  chance: number
  /** Unlikely even among so many pairs (Bonferroni). */
  standsOut: boolean
}

export interface Meetings {
  /** The least likely first. */
  pairs: Meeting[]
  /** Pairs with fewer orders than anything is said of. */
  tooFew: number
}

/** Fewer orders than this say nothing of a pair. */
export const FEWEST_TOGETHER = 5
/** Probability that of all pairs compared any stands out by chance. */
const ANY = 0.05

/**
 * Each officer with each party of the orders. An order that went to somebody who was no candidate has no
 * share to compare with, and is left to the changes of assignments.
 */
export function meetings(orders: readonly DrawnOrder[], partyOf: (order: DrawnOrder) => string | null): Meetings {
  const pairs = new Map<string, { officer: string; party: string; shares: number[]; met: number; given: number }>()
  for (const order of orders.filter(wasOpen)) {
    const party = partyOf(order)
    if (party === null) continue
    for (const officer of order.candidates) {
      const key = `${officer}/${party}`
      const pair = pairs.get(key) ?? { officer, party, shares: [], met: 0, given: 0 }
      pair.shares.push(shareOf(order))
      if (order.assigned === officer) pair.met++
      if (order.assigned === officer && order.drawn !== officer) pair.given++
      pairs.set(key, pair)
    }
  }
  const enough = [...pairs.values()].filter(({ shares }) => shares.length >= FEWEST_TOGETHER)
  const lines = enough.map(({ shares, ...pair }) => {
    const expected = shares.reduce((sum, share) => sum + share, 0)
    const chance = atLeast(chancesOf(shares), pair.met)
    const standsOut = chance < ANY / enough.length
    return { ...pair, able: shares.length, expected, lift: pair.met / expected, chance, standsOut }
  })
  lines.sort((a, b) => a.chance - b.chance || b.met - a.met || (a.officer + a.party < b.officer + b.party ? -1 : 1))
  return { pairs: lines, tooFew: pairs.size - enough.length }
}
