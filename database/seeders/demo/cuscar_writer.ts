import type { Instant } from '#core/kernel/instant'

/** A segment's data elements; a list is a composite. Empty ends are left out. */
type Element = string | readonly string[]

export const segment = (tag: string, ...elements: readonly Element[]): string => {
  const written = elements.map((element) => (typeof element === 'string' ? element : trimEnd(element).join(':')))
  return [tag, ...trimEnd(written)].join('+')
}

const trimEnd = (parts: readonly string[]): readonly string[] => {
  let length = parts.length
  while (length > 0 && parts[length - 1] === '') length--
  return parts.slice(0, length)
}

/** Release characters before the separators: what the standard asks and one country's senders never do. */
export const escape = (text: string): string => text.replace(/[?'+:]/g, '?$&')

/** Separators inside text are replaced, as the portal of Guatemala does; `+` stays where it was. */
export const flatten = (text: string): string => text.replace(/[':?]/g, ' ')

/** Pieces of at most `size` characters, cut wherever they fall, as the field does. */
export const cut = (text: string, size: number, most: number): string[] => {
  const pieces: string[] = []
  for (let at = 0; at < text.length && pieces.length < most; at += size) pieces.push(text.slice(at, at + size))
  return pieces
}

export const decimal = (value: number, places = 2): string => value.toFixed(places)

interface LocalParts {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly dayOfYear: string
}

/** Wall-clock parts at a fixed offset; neither demo country changes its clocks. */
export const localParts = (instant: Instant, offsetMinutes: number): LocalParts => {
  const shifted = new Date(instant + offsetMinutes * 60_000)
  const iso = shifted.toISOString()
  const firstOfYear = Date.UTC(shifted.getUTCFullYear(), 0, 1)
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    hour: iso.slice(11, 13),
    minute: iso.slice(14, 16),
    dayOfYear: String(Math.floor((shifted.getTime() - firstOfYear) / 86_400_000) + 1).padStart(3, '0'),
  }
}

export type Charset = 'latin1' | 'utf8'

export const encode = (text: string, charset: Charset): Uint8Array =>
  charset === 'utf8'
    ? new TextEncoder().encode(text)
    : Uint8Array.from(text, (sign) => (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 63))

/** One segment a line, as most senders store them. */
export const interchange = (segments: readonly string[]): string => `${segments.join("'\n")}'\n`
