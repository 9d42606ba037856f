import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '#core/kernel/result'
import { runSandboxed, type NotRun } from './sandbox.js'

/** Cells of a sheet that hold something, by row (from 1) and column (from 0), in order. */
export interface OpenedSheet {
  readonly name: string
  readonly rows: readonly { readonly number: number; readonly cells: readonly (readonly [number, string])[] }[]
}

/** SECURITY section 4: xls and xlsx, sheet, child. */
const LIMITS = { rows: 100_000, columns: 500, cells: 5_000_000, textLength: 32_767 }
const SHEETS = 100
const MIB = 1024 * 1024
const WORKBOOK_BYTES = 20 * 1024 * 1024

/** Sources run from TypeScript in development and from a build in production; the child is run the same way. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const childFile = (name: string): URL => new URL(`./children/${name}.${EXTENSION}`, import.meta.url)
const LIBRARY = import.meta.resolve('@e965/xlsx')

/** Opens a workbook in a sandbox child; formulas are not evaluated, macros and links are not looked at. */
export async function openWorkbook(
  bytes: AsyncIterable<Uint8Array>
): Promise<Result<{ readonly sheets: readonly OpenedSheet[] }, 'limits' | 'unreadable'>> {
  const opened = await runSandboxed(bytes, {
    script: fileURLToPath(childFile('workbook')),
    arguments: [LIBRARY, childFile('zip_limits').href, JSON.stringify(LIMITS)],
    readable: [
      fileURLToPath(childFile('zip_limits')),
      fileURLToPath(LIBRARY),
      fileURLToPath(new URL('../../../package.json', import.meta.url)),
    ],
    inputBytes: WORKBOOK_BYTES,
    outputBytes: 128 * MIB,
    milliseconds: 30_000,
    memoryBytes: 512 * MIB,
  })
  if (!opened.ok) return err(REASONS[opened.error])
  const sheets = checked(opened.value)
  return sheets ? ok({ sheets }) : err('unreadable')
}

const REASONS: Readonly<Record<NotRun, 'limits' | 'unreadable'>> = { limits: 'limits', failed: 'unreadable' }

/** The answer of a child that read hostile bytes is as hostile as they were. */
const checked = (answer: Buffer): readonly OpenedSheet[] | null => {
  try {
    const { sheets } = JSON.parse(answer.toString('utf8')) as { sheets?: unknown }
    return Array.isArray(sheets) && sheets.length <= SHEETS && sheets.every(isSheet) ? sheets : null
  } catch {
    return null
  }
}

const isSheet = (value: unknown): value is OpenedSheet =>
  isObject(value) && typeof value.name === 'string' && Array.isArray(value.rows) && value.rows.every(isRow)

const isRow = (value: unknown): boolean =>
  isObject(value) && isWithin(value.number, 1, LIMITS.rows) && Array.isArray(value.cells) && value.cells.every(isCell)

const isCell = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && isWithin(value[0], 0, LIMITS.columns) && isText(value[1])

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= LIMITS.textLength

const isWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
