import { decodeWindows1252 } from '../characters/windows_1252.js'
import { folded, hasNonAscii, storable, undoMojibake, unwrapped } from '../characters/text.js'
import { resolveReferences } from './references.js'

export interface DecodedText {
  readonly text: string
  /** Ampersands that start no reference. */
  readonly bare: number
  readonly mojibake: boolean
  /** Another character set than the document declares. */
  readonly undeclared: string | null
}

const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i

/** Character set that an XML declaration names; `null` without one or when nobody knows it. */
export const declaredCharset = (text: string): string | null => {
  const label = DECLARATION.exec(text)?.[1]
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/**
 * Decodes texts that were read one byte a character: valid UTF-8 first, then what the document
 * declares, then the usual set of the channel, then windows-1252. A declaration is often wrong,
 * and bytes that are valid UTF-8 by accident are next to unknown.
 */
export class TextDecoding {
  readonly #declared: string | null
  readonly #fallback: string
  readonly #isDecoded: boolean
  #used: string

  /** `isDecoded`: units are characters already (UTF-16). */
  constructor(declared: string | null, fallback: string | undefined, isDecoded: string | null) {
    this.#declared = declared
    this.#isDecoded = isDecoded !== null
    const single = declared !== null && declared !== 'utf-8' && !declared.startsWith('utf-16') ? declared : null
    this.#fallback = single ?? fallback ?? 'windows-1252'
    this.#used = isDecoded ?? 'ascii'
  }

  /** Character set the document was found to be in, for those who show its bytes. */
  get used(): string {
    return this.#used
  }

  decode(wide: string): DecodedText {
    const charset = this.#isDecoded || !hasNonAscii(wide) ? null : this.#charsetOf(wide)
    const decoded = charset === null ? wide : inCharset(wide, charset)
    const undone = hasNonAscii(decoded) ? undoMojibake(decoded) : null
    const { text, bare } = resolveReferences(undone ?? decoded)
    const undeclared = charset !== null && charset !== (this.#declared ?? 'utf-8') ? charset : null
    return { text: folded(storable(unwrapped(text))), bare, mojibake: undone !== null, undeclared }
  }

  #charsetOf(wide: string): string {
    const charset = isUtf8(wide) ? 'utf-8' : this.#fallback
    if (this.#used === 'ascii' || charset !== 'utf-8') this.#used = charset
    return charset
  }
}

const bytesOf = (wide: string): Uint8Array => Uint8Array.from(wide, (sign) => sign.charCodeAt(0))

const isUtf8 = (wide: string): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(wide))
    return true
  } catch {
    return false
  }
}

const inCharset = (wide: string, charset: string): string =>
  charset === 'windows-1252' ? decodeWindows1252(bytesOf(wide)) : new TextDecoder(charset).decode(bytesOf(wide))
