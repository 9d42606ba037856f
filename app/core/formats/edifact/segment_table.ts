import type { SourceRef } from '../../kernel/source_ref.js'
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

/** Segments room is made for at first. */
const FIRST_ROWS = 64

/** The segments of one Message as parallel columns: start and end in its bytes, offset in the input, line, tag. */
export class SegmentRows {
  starts = new Int32Array(FIRST_ROWS)
  ends = new Int32Array(FIRST_ROWS)
  /** Files may be larger than 32 bits count. */
  offsets = new Float64Array(FIRST_ROWS)
  lines = new Int32Array(FIRST_ROWS)
  readonly tags: string[] = []

  get length(): number {
    return this.tags.length
  }

  add(start: number, end: number, offset: number, line: number, tag: string): void {
    const at = this.tags.length
    if (at === this.starts.length) this.#grow(at * 2)
    this.starts[at] = start
    this.ends[at] = end
    this.offsets[at] = offset
    this.lines[at] = line
    this.tags.push(tag)
  }

  #grow(to: number): void {
    const [starts, ends, offsets, lines] = [this.starts, this.ends, this.offsets, this.lines]
    this.starts = new Int32Array(to)
    this.ends = new Int32Array(to)
    this.offsets = new Float64Array(to)
    this.lines = new Int32Array(to)
    this.starts.set(starts)
    this.ends.set(ends)
    this.offsets.set(offsets)
    this.lines.set(lines)
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

  /**
   * Place of a stretch of a segment (counted from 0) between two bytes of the Message, as counted in the original;
   * `element` and `component` are 0 where none is meant.
   */
  ref(row: number, from: number, to: number, element: number, component: number): SourceRef {
    const { rows, message } = this
    const start = rows.starts[row] ?? 0
    const segment = row + 1
    const tag = rows.tags[row] ?? ''
    const line = this.#lineAt(row, from)
    const offset = (rows.offsets[row] ?? 0) - start + from
    const length = to - from
    if (element === 0) return { message, segment, tag, line, offset, length }
    if (component === 0) return { message, segment, tag, line, element, offset, length }
    return { message, segment, tag, line, element, component, offset, length }
  }

  #lineAt(row: number, from: number): number {
    const { rows, wide, stride } = this
    let line = rows.lines[row] ?? 1
    let at = wide.indexOf('\n', (rows.starts[row] ?? 0) / stride)
    for (; at >= 0 && at < from / stride; at = wide.indexOf('\n', at + 1)) line += 1
    return line
  }

  #decoded(from: number, to: number): string {
    const units = this.wide.slice(from, to)
    return this.#decode && hasNonAscii(units) ? this.#decode(this.#bytes.subarray(from, to)) : units
  }
}
