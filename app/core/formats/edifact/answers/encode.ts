import anyAscii from 'any-ascii'

const BEYOND_ASCII = /[^ -~]/g
const BEYOND_LATIN = /[^ -~\u00a0-\u00ff]/g

/**
 * Fits a text into the repertoire of a syntax identifier (UN 0001): letters of other scripts are
 * transliterated. Lower case stays under UNOA too, because references are given back as filed.
 */
export const fitted = (text: string, syntax: string): string => {
  const line = text.replace(/\s+/g, ' ')
  if (syntax === 'UNOW' || syntax === 'UNOY') return line
  if (syntax === 'UNOC') return line.replace(BEYOND_LATIN, (sign) => anyAscii(sign))
  return line.replace(BEYOND_ASCII, (sign) => anyAscii(sign)).replace(BEYOND_ASCII, ' ')
}

/** The bytes of a fitted text: UTF-8 where the identifier means it, else one byte a character. */
export const encoded = (text: string, syntax: string): Uint8Array => {
  if (syntax === 'UNOW' || syntax === 'UNOY') return new TextEncoder().encode(text)
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}
