import { BEFORE, LENGTH } from './candidate_row.js'
import { COUNTED, FILED, NONE, NUMBERED, OPERATION, OVER, SOME, UNDER } from './predicate.js'

/** Rows of candidates, and whether the later ones cannot do better than the first when its first predicate is clear. */
export interface Run {
  readonly rows: readonly number[]
  readonly isSkipped: boolean
}

interface First {
  readonly row: number
  /** Its head without a number, or 0 where it says nothing of its neighbours. */
  readonly kind: number
  /** Ascending: what holds of a later one holds of those before it. */
  readonly operand: number
}

/**
 * Rows in an order in which those that first ask the same stand together, limits the easiest first: where one is clear, the
 * rest of its run is too.
 */
export const runsOf = (
  words: Int32Array,
  rows: readonly number[],
  startOf: (row: number) => number
): readonly Run[] => {
  const sorted = rows.map((row) => firstOf(words, row, startOf(row))).sort(byKind)
  const runs: { rows: number[]; isSkipped: boolean }[] = []
  sorted.forEach((each, at) => {
    const before = sorted[at - 1]
    if (before !== undefined && isSameRun(before, each)) runs.at(-1)!.rows.push(each.row)
    else runs.push({ rows: [each.row], isSkipped: each.kind !== 0 })
  })
  return runs
}

const firstOf = (words: Int32Array, row: number, start: number): First => {
  const head = words[start + LENGTH] === 0 ? 0 : words[start + BEFORE]!
  if (!SIMPLE.has(head & OPERATION) || head >>> COUNTED !== 1) return { row, kind: 0, operand: 0 }
  const operand = words[start + BEFORE + 1]!
  return { row, kind: head & ~(31 << NUMBERED), operand: (head & OPERATION) === UNDER ? -operand : operand }
}

/** With one operand, they are judged by it and one fact. */
const SIMPLE: ReadonlySet<number> = new Set([SOME, NONE, OVER, UNDER, FILED])

const byKind = (a: First, b: First): number => a.kind - b.kind || a.operand - b.operand || a.row - b.row

const isSameRun = (a: First, b: First): boolean => {
  if (a.kind === 0 || a.kind !== b.kind) return false
  const operation = a.kind & OPERATION
  return operation === OVER || operation === UNDER || a.operand === b.operand
}
