import { err, type Result } from '#core/kernel/result'
import type { SourceRef } from '#core/kernel/source_ref'
import { openWorkbook, type OpenedSheet } from '#platform/sandbox/open_workbook'
import type { QuotedRow } from './quote_rows.js'

/** What the reader says a workbook is, where it kept one. */
export const WORKBOOK = 'WORKBOOK'
const BETWEEN = ' │ '
/** Rows of context before and after a cited cell. */
const CONTEXT = 2
/** Longer rows are cut for the screen. */
const LENGTH = 2_000

/** A row of a sheet as text, with the place of each cell in it. */
interface TextRow {
  readonly sheet: string
  readonly row: QuotedRow
  readonly cells: ReadonlyMap<number, QuotedRow['marks'][number]>
}

const textRows = (sheets: readonly OpenedSheet[]): readonly TextRow[] =>
  sheets.flatMap(({ name, rows }) =>
    rows.map(({ number, cells }) => {
      const marks = new Map<number, QuotedRow['marks'][number]>()
      let text = ''
      for (const [column, value] of cells) {
        if (text !== '') text += BETWEEN
        const from = text.length
        text += value.replace(/\s+/g, ' ')
        marks.set(column, { from: Math.min(from, LENGTH), to: Math.min(text.length, LENGTH) })
      }
      return { sheet: name, row: { number, text: text.slice(0, LENGTH), marks: [] }, cells: marks }
    })
  )

const opened = async (read: () => AsyncGenerator<Buffer>): Promise<Result<readonly TextRow[], string>> => {
  const workbook = await openWorkbook(read())
  return workbook.ok ? { ok: true, value: textRows(workbook.value.sheets) } : err(workbook.error)
}

/** The rows that hold cited cells, each with its context and its cell marked; nothing where the workbook opens no more. */
export async function quoteCells(
  read: () => AsyncGenerator<Buffer>,
  refs: readonly SourceRef[]
): Promise<QuotedRow[][]> {
  const rows = await opened(read)
  if (!rows.ok) return refs.map(() => [])
  return refs.map((ref) => {
    const sheet = ref.path?.slice(0, ref.path.lastIndexOf('!'))
    const at = rows.value.findIndex((each) => each.sheet === sheet && each.row.number === ref.line)
    if (at < 0) return []
    const around = rows.value.slice(Math.max(at - CONTEXT, 0), at + CONTEXT + 1).filter((each) => each.sheet === sheet)
    return around.map(({ row, cells }) => {
      const mark = row.number === ref.line ? cells.get((ref.element ?? 0) - 1) : undefined
      return { ...row, marks: mark ? [mark] : [] }
    })
  })
}

/** Rows of a workbook from one on, as its raw view shows them. */
export async function workbookWindow(
  read: () => AsyncGenerator<Buffer>,
  from: number,
  count: number
): Promise<{ lines: QuotedRow[]; from: number; total: number }> {
  const rows = await opened(read)
  const all = rows.ok ? rows.value : []
  const first = Math.min(Math.max(from, 1), Math.max(all.length, 1))
  return { lines: all.slice(first - 1, first - 1 + count).map(({ row }) => row), from: first, total: all.length }
}
