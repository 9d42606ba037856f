import type { ProblemCode } from '../../kernel/problem_codes.js'
import { ByteFinder } from './byte_finder.js'
import type { ByteWindow } from './byte_window.js'
import type { Width } from '../characters/width.js'
import type { Limits } from './limits.js'
import { DEFAULT_SEPARATORS, readUna, sniffSeparators, type Separators } from './separators.js'
import { packTag, STRUCTURE_TAGS, tagName, TEXT_TAGS } from './tags.js'
import { isWordUnit, UnitReader } from './unit_reader.js'

const [TAB, LF, CR, SPACE, NUL, MARK] = [9, 10, 13, 32, 0, 0xfeff]
const UNA = packTag('UNA')
const HEADERS = new Set(['UNB', 'UNG', 'UNH'].map(packTag))
const HEAD_UNITS = 4096
/** Apostrophes taken back into one text before the terminator is believed. */
const MAX_REJOINED = 20

export type Found = 'segment' | 'skipped' | 'more' | 'end'

/**
 * Cuts the bytes in a window into segments, one at a time, without decoding them. The fields
 * tell the last find; every byte belongs to a segment, to the blanks between two, or to a
 * stretch said to be skipped.
 */
export class SegmentSplitter {
  separators: Separators = DEFAULT_SEPARATORS
  /** Window positions of the last find: first byte, end without terminator, first byte behind. */
  start = 0
  end = 0
  next = 0
  line = 1
  tag = ''
  /** An unescaped terminator was taken back into the text. */
  rejoined = false
  /** The terminator was there. */
  terminated = true
  reason: ProblemCode = 'SYN-SKIPPED'

  #scan = 0
  #rejoins = 0
  #counted = 0
  #nulScan = 0
  #nulRun = 0
  #stopped = false
  #endless = false
  #begun = false
  readonly #window: ByteWindow
  readonly #limits: Limits
  readonly #units: UnitReader
  readonly #stride: number
  readonly #nuls = new ByteFinder(NUL)
  readonly #breaks = new ByteFinder(LF)
  readonly #inner = new ByteFinder(LF)

  constructor(window: ByteWindow, limits: Limits, width: Width) {
    this.#window = window
    this.#limits = limits
    this.#units = new UnitReader(width)
    this.#stride = this.#units.stride
  }

  /** Looks for the next segment; `more` asks for bytes, unless `last` says that none will come. */
  read(last: boolean): Found {
    const bytes = this.#window.bytes
    const length = last ? bytes.length : bytes.length - (bytes.length % this.#stride)
    if (this.#stopped) return this.#skipTo(length, 'SYN-NUL', last)
    if (this.#endless && this.next < length)
      return this.#tooLong(this.#units.find(bytes, this.separators.terminator, this.next, length), length)
    this.#passBlanks(bytes, length)
    const left = length - this.next
    if (left <= 0) return last ? 'end' : 'more'
    if (!last && left < (this.#begun ? 32 : HEAD_UNITS) * this.#stride) return 'more'
    if (!this.#begun) {
      this.#begun = true
      const lead = this.#begin(bytes, length)
      if (lead > 0) return this.#found(this.next + lead, 'SYN-SKIPPED')
    }
    return this.#segment(bytes, length, last)
  }

  /** Follows bytes about to be dropped from the start of the window. */
  beforeDrop(count: number): void {
    this.#countLines(this.#window.bytes, count)
    this.start -= count
    this.end -= count
    this.next -= count
    this.#scan -= count
    this.#counted = Math.max(0, this.#counted - count)
    this.#nulScan = Math.max(0, this.#nulScan - count)
    this.#nuls.shift(count)
    this.#breaks.shift(count)
    this.#inner.shift(count)
  }

  /** Forgets the last find where it is the last thing in the window. */
  forget(): void {
    if (this.next < this.#window.length) return
    this.#countLines(this.#window.bytes, this.next)
    this.#window.truncate(this.start)
    this.#nuls.reset(this.start)
    this.#breaks.reset(this.start)
    this.#inner.reset(this.start)
    this.next = this.end = this.#scan = this.#counted = this.#nulScan = this.start
  }

  #segment(bytes: Uint8Array, length: number, last: boolean): Found {
    const packed = this.#units.tag(bytes, this.next, length)
    if (packed === UNA && this.#readUna(bytes, length)) return 'segment'
    if (HEADERS.has(packed) && this.#speaksOtherwise(bytes)) {
      if (!last && length - this.next < HEAD_UNITS * this.#stride) return 'more'
      this.separators = sniffSeparators(this.#head(bytes, length))
    }
    const textual = TEXT_TAGS.has(packed)
    let looked = this.next
    for (;;) {
      const at = this.#units.find(bytes, this.separators.terminator, Math.max(this.#scan, this.next), length)
      const edge = Math.min(at, length)
      if (this.#floods(bytes, edge)) return this.#stop(length)
      if (edge - this.next > this.#limits.segmentBytes * this.#stride) return this.#tooLong(at, length)
      const lost = at === Infinity && !last ? -1 : this.#lostTerminator(bytes, looked, edge)
      looked = Math.max(looked, edge - 4)
      if (lost >= 0) {
        this.#take(bytes, packed, lost, lost + 1)
        this.terminated = false
        return 'segment'
      }
      if (at === Infinity) {
        this.#scan = Math.max(this.next, length - this.#stride)
        return last ? this.#take(bytes, packed, length, length) : 'more'
      }
      this.#scan = at + this.#stride
      if (this.#released(bytes, at)) continue
      const verdict = textual && this.#rejoins < MAX_REJOINED ? this.#endsHere(bytes, at, length, last) : true
      if (verdict === 'more') {
        this.#scan = at
        return 'more'
      }
      if (verdict) return this.#take(bytes, packed, at, at + this.#stride)
      this.#rejoins += 1
    }
  }

  #take(bytes: Uint8Array, packed: number, end: number, next: number): Found {
    this.start = this.next
    this.end = end
    this.next = next
    this.#scan = next
    this.terminated = next > end
    this.rejoined = this.#rejoins > 0
    this.#rejoins = 0
    this.tag = packed === 0 ? '' : tagName(packed)
    this.#countLines(bytes, this.start)
    return 'segment'
  }

  #found(to: number, reason: ProblemCode): Found {
    this.start = this.next
    this.end = this.next = this.#scan = to
    this.#rejoins = 0
    this.reason = reason
    this.tag = ''
    this.#countLines(this.#window.bytes, this.start)
    return 'skipped'
  }

  #skipTo(length: number, reason: ProblemCode, last: boolean): Found {
    if (this.next < length) return this.#found(length, reason)
    return last ? 'end' : 'more'
  }

  #stop(length: number): Found {
    this.#stopped = true
    return this.#found(length, 'SYN-NUL')
  }

  /** A segment without end in sight: passed over up to its terminator, in parts when that has not come yet. */
  #tooLong(at: number, length: number): Found {
    this.#endless = at === Infinity
    return this.#found(at === Infinity ? length : at + this.#stride, 'SYN-LIMIT')
  }

  /** Sets the separators from the head of the input; returns how many bytes of foreign lines stand before it. */
  #begin(bytes: Uint8Array, length: number): number {
    const text = this.#head(bytes, length)
    const header = /UNA[^A-Za-z0-9\s][\s\S]{5,8}UN[BGH]|UN[BGH][^A-Za-z0-9\s]/.exec(text)
    const at = header?.index ?? 0
    this.separators = sniffSeparators(text.slice(at))
    const foreign = at > 0 && !text.slice(0, at).includes(String.fromCharCode(this.separators.terminator))
    return foreign ? at * this.#stride : 0
  }

  #head(bytes: Uint8Array, length: number): string {
    return this.#units.text(bytes, this.next, Math.min(length, this.next + HEAD_UNITS * this.#stride))
  }

  #readUna(bytes: Uint8Array, length: number): boolean {
    const una = readUna(this.#units.text(bytes, this.next, Math.min(length, this.next + 16 * this.#stride)))
    if (!una) return false
    this.separators = una.separators
    const end = this.next + una.length * this.#stride
    this.#take(bytes, UNA, end, end)
    this.terminated = true
    return true
  }

  /** A header segment whose tag is followed by another sign starts an interchange with other separators. */
  #speaksOtherwise(bytes: Uint8Array): boolean {
    const sign = this.#units.at(bytes, this.next + 3 * this.#stride)
    const { element, terminator } = this.separators
    return sign !== element && sign !== terminator && sign > SPACE && !isWordUnit(sign)
  }

  /** Whether an odd number of release characters stands before the sign; line breaks in between do not count. */
  #released(bytes: Uint8Array, at: number): boolean {
    const { release } = this.separators
    if (release < 0) return false
    let run = 0
    for (let back = at - this.#stride; back >= this.next; back -= this.#stride) {
      const unit = this.#units.at(bytes, back)
      if (unit === release) run += 1
      else if ((unit !== CR && unit !== LF) || run > 0) break
    }
    return run % 2 === 1
  }

  /** In a text, a terminator counts when a line end, the end of data or a tag follows. */
  #endsHere(bytes: Uint8Array, at: number, length: number, last: boolean): boolean | 'more' {
    const first = at + this.#stride
    if (!last && length - first < 8 * this.#stride) return 'more'
    if (first >= length || this.#units.at(bytes, first) <= SPACE) return true
    const packed = this.#units.tag(bytes, first, length)
    if (packed === 0) return false
    const behind = first + 3 * this.#stride
    return behind >= length || !isWordUnit(this.#units.at(bytes, behind))
  }

  #passBlanks(bytes: Uint8Array, length: number): void {
    while (this.next < length) {
      const unit = this.#units.at(bytes, this.next)
      const markBytes =
        unit === 0xef && this.#stride === 1 && bytes[this.next + 1] === 0xbb && bytes[this.next + 2] === 0xbf
      if (markBytes) this.next += 3
      else if (unit === SPACE || unit === LF || unit === CR || unit === TAB || unit === MARK) this.next += this.#stride
      else return
    }
  }

  #floods(bytes: Uint8Array, edge: number): boolean {
    if (this.#stride === 2) return false
    let at = this.#nuls.next(bytes, Math.max(this.next, this.#nulScan))
    for (; at < edge; at = this.#nuls.next(bytes, this.#nulScan)) {
      this.#nulRun = at > this.next && bytes[at - 1] === NUL ? this.#nulRun + 1 : 1
      this.#nulScan = at + 1
      if (this.#nulRun >= this.#limits.nulRun) return true
    }
    return false
  }

  /** Where a line begins with a known tag inside a segment, its terminator was lost: the place of that line break. */
  #lostTerminator(bytes: Uint8Array, from: number, edge: number): number {
    if (this.#stride === 2 || this.separators.terminator === LF) return -1
    for (let at = this.#inner.next(bytes, from); at < edge - 4; at = bytes.indexOf(LF, at + 1)) {
      if (at < 0) return -1
      const packed = this.#units.tag(bytes, at + 1, edge)
      if (STRUCTURE_TAGS.has(packed) && bytes[at + 4] === this.separators.element) return at
    }
    return -1
  }

  #countLines(bytes: Uint8Array, to: number): void {
    for (let at = this.#breaks.next(bytes, this.#counted); at < to; at = this.#breaks.next(bytes, at + 1)) {
      if (this.#stride === 1 || this.#units.at(bytes, at - (at % 2)) === LF) this.line += 1
    }
    this.#counted = Math.max(this.#counted, to)
  }
}
