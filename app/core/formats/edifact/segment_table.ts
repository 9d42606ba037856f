import { charsetOf, decoderOf, type Decoder } from './charset.js'
import { strideOf, type Width } from '../characters/width.js'
import { joinLines, wrapWidth } from './line_wrap.js'
import type { Separators } from './separators.js'
import { hasNonAscii } from '../characters/text.js'

export interface TableSource {
  /** Index of the Message, for the SourceRefs. */
  readonly message: number
  readonly bytes: Uint8Array
  readonly width: Width
  readonly separators: Separators
  /** UN 0001 syntax identifier of the interchange. */
  readonly declared: string | null
  readonly fallbackCharset: string | undefined
  readonly rows: SegmentRows
}

/** The segments of one Message as parallel columns: start and end in its bytes, offset in the input, line, tag. */
export class SegmentRows {
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly offsets: number[] = []
  readonly lines: number[] = []
  readonly tags: string[] = []

  get length(): number {
    return this.starts.length
  }

  add(start: number, end: number, offset: number, line: number, tag: string): void {
    this.starts.push(start)
    this.ends.push(end)
    this.offsets.push(offset)
    this.lines.push(line)
    this.tags.push(tag)
  }
}

/**
 * The segments of one Message over its bytes. `wide` holds one character a unit, so positions
 * in it are positions in the bytes; stretches are decoded only when their text is asked for.
 */
export class SegmentTable {
  readonly message: number
  readonly separators: Separators
  readonly rows: SegmentRows
  readonly stride: number
  readonly wide: string
  readonly charset: string
  readonly declared: string | null
  readonly #bytes: Uint8Array
  readonly #decode: Decoder | null
  #wrapWidth: number | null = null

  constructor(source: TableSource) {
    this.message = source.message
    this.separators = source.separators
    this.rows = source.rows
    this.stride = strideOf(source.width)
    this.declared = source.declared
    this.#bytes = source.bytes
    const unitCharset = source.width === 'bytes' ? 'latin1' : source.width
    this.wide = new TextDecoder(unitCharset, { ignoreBOM: true }).decode(source.bytes)
    const plain = source.width === 'bytes' && !hasNonAscii(this.wide)
    if (source.width !== 'bytes') this.charset = source.width
    else this.charset = plain ? 'ascii' : charsetOf(source.bytes, source.declared, source.fallbackCharset)
    this.#decode = source.width === 'bytes' && !plain ? decoderOf(this.charset) : null
  }

  /** Text between two positions as the sender meant it, line breaks joined, release characters still in. */
  text(from: number, to: number, broken: boolean): string {
    if (!broken) return this.#decoded(from, to)
    this.#wrapWidth ??= wrapWidth(this.wide, this.separators.terminator)
    return joinLines(this.wide, from, to, this.#wrapWidth, (start, end) => this.#decoded(start, end))
  }

  #decoded(from: number, to: number): string {
    const units = this.wide.slice(from, to)
    return this.#decode && hasNonAscii(units) ? this.#decode(this.#bytes.subarray(from, to)) : units
  }
}
