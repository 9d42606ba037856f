import { asycudaRoot } from './asycuda/roots.js'

/** Families of formats that are read here; `read_file.ts` has the reader of each. */
export type Format = 'EDIFACT' | 'ASYCUDA' | 'WORKBOOK'

/** What the first bytes of a file look like; `format` is `null` when nothing here reads it. */
export interface Detection {
  readonly format: Format | null
  /** What it looks like instead, for the person who repairs the feed. */
  readonly looksLike: LooksLike
}

export type LooksLike =
  | 'edifact'
  | 'edifact_fragment'
  | 'asycuda'
  | 'empty'
  | 'zip'
  | 'ole'
  /** One that opens, with columns that no reading knows (an agent's own layout). */
  | 'own_sheet'
  | 'pdf'
  | 'xml'
  | 'html'
  | 'json'
  | 'x12'
  | 'cargo_imp'
  | 'csv'
  | 'modcar'
  | 'binary'
  | 'text'

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

const CARGO_IMP = /^(?:FFM|FWB|FHL|FSU|FSA|FFR|FNA|FMA|FSN|MVT)(?:\/\d+)?\s*$/

const looksLike = (bytes: Uint8Array, text: string): LooksLike => {
  const start = text.trimStart()
  if (start === '' && bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (start.startsWith('%PDF')) return 'pdf'
  if (isEdifact(start)) return 'edifact'
  if (start.startsWith('<')) return isHtml(start) ? 'html' : asycudaRoot(start) ? 'asycuda' : 'xml'
  if (/^ISA[^A-Za-z0-9]/.test(start)) return 'x12'
  if (start.split('\n', 10).some((line) => CARGO_IMP.test(line))) return 'cargo_imp'
  if (/^[{[]/.test(start)) return 'json'
  if (isFragment(start)) return 'edifact_fragment'
  if (start === '') return 'empty'
  if (isModcar(text)) return 'modcar'
  if (/[\u0000-\u0008\u000e-\u001f]/.test(start)) return 'binary'
  return isList(start) ? 'csv' : 'text'
}

/** The manifest file of ASYCUDA++ (`.car`): one line of values that NULs end, the first a customs office. */
const isModcar = (text: string): boolean =>
  /^[A-Z]{2}[A-Z0-9]{1,3} *\0/.test(text) && !text.includes('\n') && (text.match(/[ -~]{2,}\0/g)?.length ?? 0) >= 5

/** Programs of offices and of lines write a table of HTML into a file they call `.xls`. */
const isHtml = (text: string): boolean => /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?(?:html|head|body|table)\b/i.test(text)

/** Rows of as many columns, three or more, between the same separators; the last one may be cut off. */
const isList = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/, 20).filter((line) => line.trim() !== '')
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines
  return [',', ';', '\t', '|'].some((separator) => {
    const columns = whole.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length)
    const [first = 0] = columns
    return columns.length > 1 && first > 2 && columns.filter((count) => count === first).length >= columns.length * 0.8
  })
}

/** A service segment at the start of a line or behind another segment, near the beginning. */
const isEdifact = (text: string): boolean =>
  /(?:^|[\r\n'~])\s*(?:UNA[^A-Za-z0-9\s][\s\S]{4,8}UN[BGH]|UN[BH][^A-Za-z0-9\s])/.test(text)

/** At least 60 % of the pieces between terminators (or line ends) start with a tag; the first may be cut off. */
const isFragment = (text: string): boolean =>
  ["'", '\n'].some((terminator) => {
    const pieces = text
      .split(terminator)
      .map((piece) => piece.trim())
      .filter(Boolean)
    const tagged = pieces.filter((piece) => /^[A-Z]{3}(?:[+:]|$)/.test(piece)).length
    return tagged >= 2 && tagged >= pieces.length * 0.6
  })

/** Whether a ZIP or OLE file holds a workbook is told by whoever opens it. */
const FORMAT_OF: Readonly<Partial<Record<LooksLike, Format>>> = {
  edifact: 'EDIFACT',
  edifact_fragment: 'EDIFACT',
  asycuda: 'ASYCUDA',
  zip: 'WORKBOOK',
  ole: 'WORKBOOK',
}

/**
 * Tells the format from content, never from a file name.
 * `head` holds the first bytes (4 KB are enough), `text` the same read one character a unit.
 */
export const detect = (head: Uint8Array, text: string): Detection => {
  const seen = looksLike(head, text)
  return { format: FORMAT_OF[seen] ?? null, looksLike: seen }
}
