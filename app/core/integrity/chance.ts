/**
 * How often something happens by chance that happens each time with a probability of its own (the
 * Poisson binomial distribution), computed exactly and not approximated: few cases are the rule here.
 */
export interface Chances {
  /** The smallest count told; smaller ones are less likely than `NEGLIGIBLE`. */
  readonly from: number
  /** Probability of `from`, `from + 1`, … */
  readonly probabilities: readonly number[]
}

/** Left out at both ends, so that thousands of cases stay cheap. */
const NEGLIGIBLE = 1e-16

export function chancesOf(shares: readonly number[]): Chances {
  let from = 0
  let now = [1]
  for (const share of shares) {
    const next = new Array<number>(now.length + 1).fill(0)
    for (const [count, probability] of now.entries()) {
      next[count]! += probability * (1 - share)
      next[count + 1]! += probability * share
    }
    let [first, last] = [0, next.length]
    while (first < last - 1 && next[first]! < NEGLIGIBLE) first++
    while (last > first + 1 && next[last - 1]! < NEGLIGIBLE) last--
    from += first
    now = next.slice(first, last)
  }
  return { from, probabilities: now }
}

/** Probability of this count or more, 0 to 1. */
export function atLeast({ from, probabilities }: Chances, count: number): number {
  if (count <= from) return 1
  return Math.min(
    1,
    probabilities.slice(count - from).reduce((sum, probability) => sum + probability, 0)
  )
}

/** The counts between which chance leaves it: outside on either side with at most half of what is not covered. */
export function range({ from, probabilities }: Chances, covered: number): { low: number; high: number } {
  const outside = (1 - covered) / 2
  const end = (ordered: readonly number[]): number => {
    let beyond = 0
    for (const [at, probability] of ordered.entries()) {
      beyond += probability
      if (beyond > outside) return at
    }
    return ordered.length - 1
  }
  return { low: from + end(probabilities), high: from + probabilities.length - 1 - end([...probabilities].reverse()) }
}
