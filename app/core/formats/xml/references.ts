/** The five names XML has without a DTD; every other is not resolved. */
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(\w{2,4}));/g

export interface Resolved {
  readonly text: string
  /** Ampersands that start no reference; they stay as they are. */
  readonly bare: number
}

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

/** Resolves character references and the predefined entities, once: nothing an entity could expand. */
export const resolveReferences = (text: string): Resolved => {
  if (!text.includes('&')) return { text, bare: 0 }
  let known = 0
  const resolved = text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const predefined = name === undefined ? undefined : PREDEFINED[name.toLowerCase()]
    if (name !== undefined && predefined === undefined) return whole
    known += 1
    if (predefined !== undefined) return predefined
    return character(decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal))
  })
  return { text: resolved, bare: text.split('&').length - 1 - known }
}

/** Text that is no markup, made safe to resolve. */
export const escapeReferences = (text: string): string => text.replaceAll('&', '&amp;')
