import { utils, write, type WorkSheet } from '@e965/xlsx'

export type CellValue = string | number | Date | null

/** A workbook with one sheet, made of rows. */
export const workbookBytes = (
  rows: readonly (readonly CellValue[])[],
  bookType: 'xlsx' | 'biff8',
  change: (sheet: WorkSheet) => void = () => {}
): Buffer => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows as CellValue[][])
  change(sheet)
  utils.book_append_sheet(book, sheet, 'Sheet1')
  return write(book, { type: 'buffer', bookType }) as Buffer
}

/** Bytes as they come from a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}
