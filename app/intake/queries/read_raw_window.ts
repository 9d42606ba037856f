import { quoteRows, type MarkedBytes, type QuotedRow } from '../raw/quote_rows.js'
import { readRange } from '../raw/read_range.js'
import { rowAt, rowStarts, widthOf } from '../raw/row_starts.js'

export interface RawWindow {
  lines: QuotedRow[]
  /** Number of the first line, from 1. */
  from: number
  total: number
  /** Line of a byte, from 1. */
  lineOf: (offset: number) => number
}

const LINES = 200

/** Lines of a raw message from one on; only what is shown is decoded. */
export async function readRawWindow(
  read: () => AsyncGenerator<Buffer>,
  charset: string | null,
  from: number,
  marks: readonly MarkedBytes[]
): Promise<RawWindow> {
  const starts = await rowStarts(read(), widthOf(charset))
  const total = starts.length - 1
  const first = Math.min(Math.max(from, 1), total) - 1
  const last = Math.min(first + LINES, total) - 1
  const [start, end] = [starts[first]!, starts[last + 1]!]
  const bytes = await readRange(read(), start, end)
  const inside = marks.filter(({ offset }) => offset >= start && offset < end)
  return {
    lines: quoteRows(starts, { first, last, bytes, charset }, inside),
    from: first + 1,
    total,
    lineOf: (offset) => rowAt(starts, offset) + 1,
  }
}
