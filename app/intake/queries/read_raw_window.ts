import { quoteRows, type MarkedBytes, type QuotedRow } from '../raw/quote_rows.js'
import { workbookWindow, WORKBOOK } from '../raw/workbook_rows.js'
import { readRange } from '../raw/read_range.js'
import { rowAt, rowsBy, rowStarts, widthOf } from '../raw/row_starts.js'

export interface RawWindow {
  lines: QuotedRow[]
  /** Number of the first line, from 1. */
  from: number
  total: number
  /** Line of a byte, from 1; cells of a workbook have rows instead. */
  lineOf?: (offset: number) => number
}

const LINES = 200

/** Lines of a raw message from one on, or rows of a workbook; only what is shown is decoded. */
export async function readRawWindow(
  read: () => AsyncGenerator<Buffer>,
  { format, charset }: { format: string | null; charset: string | null },
  from: number,
  marks: readonly MarkedBytes[]
): Promise<RawWindow> {
  if (format === WORKBOOK) return workbookWindow(read, from, LINES)
  const starts = await rowStarts(read(), widthOf(charset), rowsBy(format))
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
