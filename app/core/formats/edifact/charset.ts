import { decodeWindows1252 } from '../characters/windows_1252.js'

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
