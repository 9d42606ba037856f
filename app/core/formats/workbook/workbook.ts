import type { Result } from '../../kernel/result.js'

/**
 * One row of a sheet: its cells that hold something, by column (from 0), in order. Texts are what
 * the cells hold; of a formula it is the value kept with it, never evaluated.
 */
export interface Row {
  /** From 1. */
  readonly number: number
  readonly cells: readonly (readonly [column: number, text: string])[]
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
}

/** `limits`: larger than a workbook may be; `unreadable`: no workbook, damaged, or locked by a password. */
export type NoWorkbook = 'limits' | 'unreadable'

/**
 * Opens a workbook (`.xls`, `.xlsx`) outside of this process, where a hostile one can harm nobody
 * (SECURITY T42, T44). It answers within its time limit, whatever the bytes.
 */
export type OpenWorkbook = (
  bytes: AsyncIterable<Uint8Array>
) => Promise<Result<{ readonly sheets: readonly Sheet[] }, NoWorkbook>>

/** Address of a cell as spreadsheets write it; row from 1, column from 0. */
export const cellAddress = (sheet: string, row: number, column: number): string => {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${sheet}!${letters}${row}`
}
