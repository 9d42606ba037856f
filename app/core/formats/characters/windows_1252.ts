/** Code points of the bytes 0x80 to 0x9F in windows-1252; undefined bytes stay the C1 control they are. */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const BYTE_OF = new Map([...HIGH].map((sign, at) => [sign.charCodeAt(0), 0x80 + at]))

/** Decodes windows-1252, which contains ISO 8859-1 as far as printable characters go. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? HIGH.charAt(byte - 0x80) : String.fromCharCode(byte)
  return text
}

/** The bytes the text has in windows-1252, or `null` when it holds a character of no such byte. */
export const encodeWindows1252 = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const byte = unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? unit : BYTE_OF.get(unit)
    if (byte === undefined) return null
    bytes[at] = byte
  }
  return bytes
}
