import type { LooksLike } from '#core/formats/detect'
import { detectHead } from '#core/formats/read_file'
import { WORKBOOK } from './workbook_rows.js'

/** Whatever a program might run when it is opened is plain text or no known kind of file: HTML, PDF, an archive. */
const EXTENSIONS: Readonly<Partial<Record<LooksLike, string>>> = {
  edifact: 'edi',
  edifact_fragment: 'edi',
  asycuda: 'xml',
  xml: 'xml',
  pdf: 'bin',
  zip: 'bin',
  ole: 'bin',
  modcar: 'bin',
  binary: 'bin',
}
const OF_WORKBOOK: Readonly<Partial<Record<LooksLike, string>>> = { zip: 'xlsx', ole: 'xls' }

/** Extension of a file of these bytes, read as this format. It is told by content, never by the name it was sent with. */
export const extensionOf = (head: Uint8Array, format: string | null): string => {
  const { looksLike } = detectHead(head)
  return (format === WORKBOOK ? OF_WORKBOOK[looksLike] : undefined) ?? EXTENSIONS[looksLike] ?? 'txt'
}

/** Bytes to hand out and their extension. The first frame is read at once: that they are no longer kept is known before the answer begins. */
export async function openRaw(bytes: AsyncGenerator<Buffer>, format: string | null) {
  const first = await bytes.next()
  return {
    extension: extensionOf(first.done ? new Uint8Array() : first.value, format),
    bytes: (async function* () {
      if (first.done) return
      yield first.value
      yield* bytes
    })(),
  }
}
