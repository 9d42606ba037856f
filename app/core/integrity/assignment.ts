import { chancesOf, range } from './chance.js'
import { shareOf, wasOpen, type DrawnOrder } from './drawn_order.js'

/** What one officer was given at one site, beside what the draw gives by chance. */
export interface AssignmentLine {
  site: string
  officer: string
  /** Orders of which they were one of several candidates. */
  able: number
  /** How many of them chance gives: the sum of the shares. */
  expected: number
  drawn: number
  /** Orders that went to them in the end. */
  assigned: number
  /** Of `assigned`, those drawn for somebody else. */
  given: number
  /** Drawn for them, and gone to somebody else. */
  taken: number
  /** What chance leaves `assigned` between; `null` while there are too few to say. */
  usual: { low: number; high: number } | null
  outside: boolean
}

/** Fewer orders than this say nothing of an officer. */
export const FEWEST_ABLE = 10
/** One officer in twenty lies outside by chance. */
export const COVERED = 0.95

interface Counted extends Omit<AssignmentLine, 'able' | 'expected' | 'usual' | 'outside'> {
  shares: number[]
}

/** A line for each site and officer that had a share in an order or got one, in the order of the sites and officers named. */
export function assignments(orders: readonly DrawnOrder[]): AssignmentLine[] {
  const lines = new Map<string, Counted>()
  const line = (site: string, officer: string): Counted => {
    const key = `${site}/${officer}`
    const known = lines.get(key) ?? { site, officer, shares: [], drawn: 0, assigned: 0, given: 0, taken: 0 }
    lines.set(key, known)
    return known
  }
  for (const order of orders.filter(wasOpen)) {
    const { site, candidates, drawn, assigned } = order
    for (const officer of candidates) line(site, officer).shares.push(shareOf(order))
    if (drawn !== null) line(site, drawn).drawn++
    if (assigned !== null) line(site, assigned).assigned++
    if (drawn === assigned) continue
    if (assigned !== null) line(site, assigned).given++
    if (drawn !== null) line(site, drawn).taken++
  }
  return [...lines.values()].map(judged)
}

function judged({ shares, ...line }: Counted): AssignmentLine {
  const usual = shares.length < FEWEST_ABLE ? null : range(chancesOf(shares), COVERED)
  return {
    ...line,
    able: shares.length,
    expected: shares.reduce((sum, share) => sum + share, 0),
    usual,
    outside: usual !== null && (line.assigned < usual.low || line.assigned > usual.high),
  }
}
