import { decodeWindows1252 } from './windows_1252.js'

/** How many bytes one character unit takes, and in which order: all that splitting needs to know. */
export type Width = 'bytes' | 'utf-16le' | 'utf-16be'

export const strideOf = (width: Width): number => (width === 'bytes' ? 1 : 2)

/** Length of the byte order mark the bytes start with, and the width it tells. */
export const byteOrderMark = (head: Uint8Array): { readonly length: number; readonly width: Width } | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { length: 3, width: 'bytes' }
  if (head[0] === 0xff && head[1] === 0xfe) return { length: 2, width: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { length: 2, width: 'utf-16be' }
  return null
}

/**
 * Tells UTF-16 without a mark by its NUL bytes: Latin text has one in every unit, on one side.
 */
export const widthByNuls = (head: Uint8Array): Width => {
  const seen = [0, 0]
  const even = head.length - (head.length % 2)
  for (let at = 0; at < even; at++) if (head[at] === 0) seen[at % 2] = (seen[at % 2] ?? 0) + 1
  const [first = 0, second = 0] = seen
  const units = even / 2
  if (second > units * 0.6 && first < units * 0.1) return 'utf-16le'
  if (first > units * 0.6 && second < units * 0.1) return 'utf-16be'
  return 'bytes'
}

/** Single-byte sets by UN 0001 syntax identifier. UNOA and UNOB allow no byte above 0x7F, so they tell nothing. */
const DECLARED: Readonly<Record<string, string>> = {
  UNOC: 'windows-1252',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'windows-1254',
  UNOL: 'iso-8859-15',
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Decides the character set of bytes that are not plain ASCII: valid UTF-8, then what the
 * interchange declares, then the sender's usual set, then windows-1252. Never by statistics,
 * which take Ukrainian for Hebrew (FORMATS 2).
 */
export const charsetOf = (bytes: Uint8Array, declared: string | null, fallback: string | undefined): string => {
  if (isUtf8(bytes)) return 'utf-8'
  return (declared && DECLARED[declared]) || fallback || 'windows-1252'
}

export type Decoder = (bytes: Uint8Array) => string

/** A decoder for a charset name; bytes that do not belong become U+FFFD. Throws `RangeError` for a name nobody knows. */
export const decoderOf = (charset: string): Decoder => {
  if (charset === 'windows-1252') return decodeWindows1252
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}
