import { strideOf, type Width } from '../characters/width.js'

/** What `String.fromCharCode` takes at once. */
const BLOCK = 8_192
const BEYOND_A_BYTE = /[^\u0000-\u00ff]/

/**
 * Makes one character of every unit of a stream of bytes (a byte, or two in UTF-16), so that
 * places count units. Nothing is decoded yet and nothing is lost.
 */
export class UnitText {
  readonly stride: number
  readonly #width: Width
  readonly #decoder = new TextDecoder('windows-1252')
  /** First half of a unit that a chunk cut in two. */
  #half: number | null = null

  constructor(width: Width) {
    this.#width = width
    this.stride = strideOf(width)
  }

  text(chunk: Uint8Array): string {
    // One decoder keeps all bytes but those of 0x80 to 0x9F, which it shows as signs beyond a byte.
    const quick = this.#width === 'bytes' ? this.#decoder.decode(chunk) : '\u0100'
    if (!BEYOND_A_BYTE.test(quick)) return quick
    const units = this.#width === 'bytes' ? chunk : this.#pairs(chunk)
    let text = ''
    for (let at = 0; at < units.length; at += BLOCK) text += String.fromCharCode(...units.subarray(at, at + BLOCK))
    return text
  }

  #pairs(chunk: Uint8Array): Uint16Array {
    const bytes = this.#half === null ? chunk : withFirst(this.#half, chunk)
    const units = new Uint16Array(bytes.length >> 1)
    const [high, low] = this.#width === 'utf-16be' ? [0, 1] : [1, 0]
    for (let at = 0; at < units.length; at++)
      units[at] = ((bytes[at * 2 + high] ?? 0) << 8) | (bytes[at * 2 + low] ?? 0)
    this.#half = bytes.length % 2 === 1 ? (bytes.at(-1) ?? 0) : null
    return units
  }
}

const withFirst = (first: number, rest: Uint8Array): Uint8Array => {
  const all = new Uint8Array(rest.length + 1)
  all[0] = first
  all.set(rest, 1)
  return all
}
