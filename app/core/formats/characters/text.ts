import { encodeWindows1252 } from './windows_1252.js'

const NON_ASCII = /[^\u0000-\u007f]/
export const hasNonAscii = (text: string): boolean => NON_ASCII.test(text)

/** UTF-8 taken for windows-1252 shows a Latin capital with circumflex or tilde before a sign of the upper half. */
const TRACE = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/

/** Undoes one round of UTF-8 read as windows-1252 (`MUÃ‘OZ`); `null` when the text shows no such trace. */
export const undoMojibake = (text: string): string | null => {
  if (!TRACE.test(text)) return null
  const bytes = encodeWindows1252(text)
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// Control characters, lone surrogates and noncharacters have no place in a stored text (SECURITY T47).
const UNSTORABLE = /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff\ufdd0-\ufdef]/g

/** Makes a text fit to be stored and shown: no control characters, composed form. Spaces at the ends stay. */
export const storable = (text: string): string => text.replace(UNSTORABLE, ' ').toWellFormed().normalize('NFC')

/** Printable ASCII only: nothing to clean. */
const NOT_PLAIN = /[^ -~]/
export const isPlain = (text: string): boolean => !NOT_PLAIN.test(text)

const SPACE = 32

/** Single spaces between printable ASCII. A loop: it is asked of every text, and an expression takes several times as long. */
const isFolded = (text: string): boolean => {
  let before = SPACE
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < SPACE || unit > 126 || (unit === SPACE && before === SPACE)) return false
    before = unit
  }
  return before !== SPACE || text === ''
}

/** One line, single spaces, nothing at the ends. */
export const folded = (text: string): string => (isFolded(text) ? text : text.replace(/\s+/g, ' ').trim())

/** Upper-case ASCII letters and digits alone. */
export const isPlainCode = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 48 || unit > 90 || (unit > 57 && unit < 65)) return false
  }
  return true
}

/** Widths of the lines of forms: what is as long was cut there, in the middle of a word or not. */
const LINE_WIDTHS: ReadonlySet<number> = new Set([35, 70])

/**
 * A text that a program cut into lines of one form's width runs on without a blank (FORMATS 13.19).
 * Where a line is shorter, its writer ended it: then line breaks are blanks.
 */
export const unwrapped = (text: string): string => {
  if (!text.includes('\n')) return text
  const lines = text.split(/\r?\n/)
  const [width] = lines.map((line) => line.length)
  const isCut = LINE_WIDTHS.has(width ?? 0) && lines.slice(0, -1).every((line) => line.length === width)
  return isCut ? lines.join('') : text
}
