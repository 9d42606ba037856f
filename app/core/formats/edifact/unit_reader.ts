import { strideOf, type Width } from '../characters/width.js'
import { indexOfByte } from './byte_finder.js'
import { isLetter } from './tags.js'

const [LF, CR] = [10, 13]

/** Reads character units out of bytes of one width. */
export class UnitReader {
  readonly stride: number
  readonly #width: Width

  constructor(width: Width) {
    this.#width = width
    this.stride = strideOf(width)
  }

  at(bytes: Uint8Array, at: number): number {
    const first = bytes[at] ?? 0
    if (this.stride === 1) return first
    const second = bytes[at + 1] ?? 0
    return this.#width === 'utf-16le' ? first | (second << 8) : (first << 8) | second
  }

  text(bytes: Uint8Array, from: number, to: number): string {
    let text = ''
    for (let at = from; at + this.stride <= to; at += this.stride) text += String.fromCharCode(this.at(bytes, at))
    return text
  }

  /** Position of the next unit with this code; `Infinity` when there is none. */
  find(bytes: Uint8Array, code: number, from: number, to: number): number {
    for (let at = indexOfByte(bytes, code, from, to); at >= 0; at = indexOfByte(bytes, code, at + 1, to)) {
      const unit = at - (at % this.stride)
      if (this.stride === 1 || this.at(bytes, unit) === code) return unit
    }
    return Infinity
  }

  /** The three letters at a place, packed, line breaks between them ignored; 0 when they are none. */
  tag(bytes: Uint8Array, from: number, to: number): number {
    let packed = 0
    let letters = 0
    for (let at = from; at < to && letters < 3; at += this.stride) {
      const unit = this.at(bytes, at)
      if (unit === LF || unit === CR) continue
      if (!isLetter(unit)) return 0
      packed = (packed << 8) | unit
      letters += 1
    }
    return letters === 3 ? packed : 0
  }
}

/** A letter, a digit or a blank: what may stand behind three letters in a text, but not behind a tag. */
export const isWordUnit = (unit: number): boolean =>
  unit === 32 || isLetter(unit) || (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || unit > 127
