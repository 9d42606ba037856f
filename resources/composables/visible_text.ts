/**
 * Control and direction characters in cargo text can disguise it (SECURITY T26):
 * they are shown as visible marks. Line breaks and tabs stay.
 */
const DISGUISING = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu

const mark = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

export const visibleText = (text: string) => text.replace(DISGUISING, mark)
