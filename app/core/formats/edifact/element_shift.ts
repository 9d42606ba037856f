import type { SourceRef } from '../../kernel/source_ref.js'
import { SegmentCursor } from './segment_cursor.js'
import type { SegmentTable } from './segment_table.js'

/** What one exporter writes between tag and first element, everywhere but in the head: a digit, `LOC+1+147+0381182`. */
const SPURIOUS = /^\d$/
const CELL = '147'

/** Tags whose first element is never one digit, so that a digit there is spurious. */
const CODED: ReadonlySet<string> = new Set([
  'LOC',
  'FTX',
  'MEA',
  'RFF',
  'EQD',
  'NAD',
  'TDT',
  'DGS',
  'EQA',
  'GDS',
  'HAN',
])
/** Tags whose first element may be a digit: one element more than they need tells. */
const NUMBERED: ReadonlySet<string> = new Set(['TMP', 'DIM'])

/** Says for each segment of a shifted Message whether its first element is spurious. */
export class ElementShift {
  /** Segments shifted, and where the first stands. */
  readonly segments: number
  readonly at: SourceRef

  constructor(segments: number, at: SourceRef) {
    this.segments = segments
    this.at = at
  }

  /** Asked by the cursor before it passes over an element. */
  has(tag: string, cursor: SegmentCursor): boolean {
    return isShifted(tag, cursor)
  }
}

const isShifted = (tag: string, cursor: SegmentCursor): boolean => {
  if (!CODED.has(tag) && !NUMBERED.has(tag)) return false
  if (cursor.components(1) !== 1 || !SPURIOUS.test(cursor.text(1))) return false
  return CODED.has(tag) || cursor.text(3) !== ''
}

/** Finds the shift by the slots of a bay plan, which all have it or none; `null` for a plan written as it should be. */
export const elementShift = (table: SegmentTable): ElementShift | null => {
  const { tags } = table.rows
  const cursor = new SegmentCursor(table, () => {})
  let slot = -1
  for (let at = 0; at < tags.length && slot < 0; at++) {
    if (tags[at] !== 'LOC') continue
    cursor.load(at)
    if (cursor.code(1) === CELL) return null
    if (cursor.code(2) === CELL && SPURIOUS.test(cursor.text(1))) slot = at
  }
  if (slot < 0) return null
  let first: SourceRef | null = null
  let segments = 0
  for (let at = 0; at < tags.length; at++) {
    cursor.load(at)
    if (!isShifted(cursor.tag, cursor)) continue
    first ??= cursor.ref(1)
    segments += 1
  }
  return first && new ElementShift(segments, first)
}
