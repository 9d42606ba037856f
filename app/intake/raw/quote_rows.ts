import { rowAt } from './row_starts.js'

/** One row of a raw message; marks are positions in `text`, end exclusive. */
export interface QuotedRow {
  /** From 1. */
  number: number
  text: string
  marks: { from: number; to: number }[]
}

/** Bytes of the message that are marked. */
export interface MarkedBytes {
  offset: number
  length: number
}

/** Longer rows are cut for the screen. */
const LENGTH = 2_000

/** Rows `first` to `last` (indexes, inclusive), decoded, with the marks that fall into them. */
export function quoteRows(
  starts: readonly number[],
  window: { first: number; last: number; bytes: Uint8Array; charset: string | null },
  marks: readonly MarkedBytes[]
): QuotedRow[] {
  const base = starts[window.first] ?? 0
  const decoder = new TextDecoder(known(window.charset))
  const decode = (from: number, until: number) => decoder.decode(window.bytes.subarray(from - base, until - base))
  const byRow = Map.groupBy(marks, (mark) => rowAt(starts, mark.offset))
  const rows: QuotedRow[] = []
  for (let row = window.first; row <= window.last; row++) {
    const [start, end] = [starts[row]!, starts[row + 1]!]
    const text = decode(start, end)
      .replace(/[\r\n]+$/, '')
      .slice(0, LENGTH)
    const found = (byRow.get(row) ?? []).map(({ offset, length }) => {
      const from = decode(start, offset).length
      return {
        from: Math.min(from, text.length),
        to: Math.min(from + decode(offset, Math.min(offset + length, end)).length, text.length),
      }
    })
    rows.push({
      number: row + 1,
      text,
      marks: found.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from),
    })
  }
  return rows
}

/** A label that the platform's decoder knows; bytes are shown as Windows-1252 where it is not told. */
const known = (charset: string | null): string => {
  if (charset === null || charset === 'ascii') return 'windows-1252'
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return 'windows-1252'
  }
}
