import type { SourceRef } from '../../kernel/source_ref.js'
import { LIMITS } from './limits.js'
import type { ElementShift } from './element_shift.js'
import { PlaceBook, type Cited } from './place_book.js'
import type { SegmentTable } from './segment_table.js'
import { folded, hasNonAscii, isPlain, isPlainCode, storable, undoMojibake } from '../characters/text.js'

const [CR, LF, SPACE, TILDE] = [13, 10, 32, 126]

/** What reading texts brought to light; told as Problems once the Message is read. */
export type Notice = 'mojibake' | 'wrap' | 'release' | 'elements' | 'nul'

/**
 * Reads one segment after the other: `load` marks where its elements and components stand,
 * texts and places are made only when asked for. Elements and components count from 1;
 * what is not there is an empty text.
 */
export class SegmentCursor {
  tag = ''
  index = 0
  /** Number of elements after the tag. */
  elements = 0

  /** Places cited so far. */
  readonly places: PlaceBook

  readonly #table: SegmentTable
  readonly #shift: ElementShift | null
  /** 1 where the first element of the segment is a spurious one, passed over. */
  #first = 0
  readonly #notice: (what: Notice, at: SourceRef) => void
  /** Start and end of each component, in order; what stands behind the last is of an earlier segment. */
  #starts: number[] = []
  #ends: number[] = []
  /** Position in the two above of the first component of each element; one more closes the last. */
  #firsts: number[] = []
  /** Nothing in the segment is released, broken, doubly spaced or beyond printable ASCII: a text is what stands there. */
  #simple = false
  #nextBreak = -1
  #broken = false

  constructor(table: SegmentTable, notice: (what: Notice, at: SourceRef) => void, shift: ElementShift | null = null) {
    this.#table = table
    this.places = new PlaceBook(table)
    this.#notice = notice
    this.#shift = shift
  }

  get count(): number {
    return this.#table.rows.length
  }

  /** Tags of all segments. */
  get tags(): readonly string[] {
    return this.#table.rows.tags
  }

  load(index: number): void {
    const { rows, wide } = this.#table
    const start = rows.starts[index] ?? 0
    const end = rows.ends[index] ?? 0
    this.index = index
    this.tag = rows.tags[index] ?? ''
    const from = start / this.#table.stride
    const to = end / this.#table.stride
    if (this.#nextBreak < from) {
      const found = wide.indexOf('\n', from)
      this.#nextBreak = found < 0 ? Infinity : found
    }
    this.#broken = this.#nextBreak < to
    this.#first = 0
    this.#mark(wide, from, to)
    if (this.#shift?.has(this.tag, this)) {
      this.#first = 1
      this.elements -= 1
    }
    if (this.#broken) this.#notice('wrap', this.ref())
  }

  /** Text as filed, made storable, blanks at the ends kept (they tell where a full line was cut). */
  raw(element: number, component = 1): string {
    const at = this.#place(element, component)
    if (at < 0) return ''
    const from = this.#starts[at] ?? 0
    const to = this.#ends[at] ?? 0
    if (from === to) return ''
    if (this.#simple) return this.#table.wide.slice(from, to)
    return this.#clean(this.#released(this.#table.text(from, to, this.#broken), element, component), element, component)
  }

  /** Text on one line without blanks at its ends. */
  text(element: number, component = 1): string {
    const raw = this.raw(element, component)
    const asIs = raw === '' || (this.#simple && raw.charCodeAt(0) !== SPACE && raw.charCodeAt(raw.length - 1) !== SPACE)
    return asIs ? raw : folded(raw)
  }

  /** Upper-case code without any blanks. */
  code(element: number, component = 1): string {
    const text = this.text(element, component)
    return isPlainCode(text) ? text : text.toUpperCase().replaceAll(' ', '')
  }

  components(element: number): number {
    if (element < 1 || element > this.elements) return 0
    const at = element + this.#first
    return (this.#firsts[at + 1] ?? 0) - (this.#firsts[at] ?? 0)
  }

  /** Place of a component, of a whole element, or (without arguments) of the segment, as counted in the original. */
  ref(element = 0, component = 0): SourceRef {
    const at = this.#stretch(element, component)
    const [found, part] = at < 0 ? [0, 0] : [element + this.#first, component]
    return this.#table.ref(this.index, this.#from, this.#to, found, part)
  }

  /** The same place, kept as a number in `places`: what values are read from. */
  cite(element = 0, component = 0): Cited {
    const at = this.#stretch(element, component)
    if (at < 0) return this.places.add(this.index, 0, 0, this.#from, this.#to)
    return this.places.add(this.index, element + this.#first, component, this.#from, this.#to)
  }

  /** Sets the bounds of what is asked for; -1 where that is the whole segment or not there. */
  #stretch(element: number, component: number): number {
    const at = element === 0 ? -1 : this.#place(element, component || 1)
    const { rows, stride } = this.#table
    if (at < 0) {
      this.#from = rows.starts[this.index] ?? 0
      this.#to = rows.ends[this.index] ?? 0
    } else {
      const last = component === 0 ? (this.#firsts[element + this.#first + 1] ?? 1) - 1 : at
      this.#from = (this.#starts[at] ?? 0) * stride
      this.#to = (this.#ends[last] ?? 0) * stride
    }
    return at
  }
  #from = 0
  #to = 0

  /** Makes one element of `count + 1` that an unescaped separator cut apart. */
  join(asked: number, count: number): void {
    const element = asked + this.#first
    for (let left = count; left > 0 && asked < this.elements; left--) {
      const second = this.#firsts[element + 1] ?? 0
      this.#starts.splice(second, 1)
      this.#ends.splice(second - 1, 1)
      this.#firsts.splice(element + 1, 1)
      for (let at = element + 1; at <= this.elements + this.#first; at++) this.#firsts[at] = (this.#firsts[at] ?? 1) - 1
      this.elements -= 1
    }
  }

  #place(element: number, component: number): number {
    if (element < 0 || element > this.elements) return -1
    const first = element + this.#first
    const at = (this.#firsts[first] ?? 0) + component - 1
    return at < (this.#firsts[first + 1] ?? 0) ? at : -1
  }

  #mark(wide: string, from: number, to: number): void {
    const { component, element, release } = this.#table.separators
    const [starts, ends, firsts] = [this.#starts, this.#ends, this.#firsts]
    // Overwritten in place: emptying the arrays would make them grow anew with every segment.
    let parts = 0
    let found = 1
    firsts[0] = 0
    let start = from
    let [simple, before] = [true, 0]
    // Nearly every sign is a letter behind all separators.
    const highest = Math.max(component, element, release, SPACE)
    for (let at = from; at < to; at++) {
      const unit = wide.charCodeAt(at)
      if (unit > highest && unit <= TILDE) {
        before = unit
        continue
      }
      if (unit < SPACE || unit > TILDE || unit === release || (unit === SPACE && before === SPACE)) simple = false
      before = unit
      if (unit === release) at = this.#behindRelease(wide, at, to)
      else if (unit === element) {
        if (found > LIMITS.elements) {
          this.#tooMany = true
          break
        }
        starts[parts] = start
        ends[parts++] = at
        firsts[found++] = parts
        start = at + 1
      } else if (unit === component && parts < LIMITS.elements * LIMITS.elements) {
        starts[parts] = start
        ends[parts++] = at
        start = at + 1
      }
    }
    starts[parts] = start
    ends[parts++] = to
    firsts[found++] = parts
    this.elements = found - 2
    this.#simple = simple && !this.#tooMany
    if (this.#tooMany) {
      this.#tooMany = false
      this.#notice('elements', this.ref())
    }
  }
  #tooMany = false

  /** Position of the sign a release character protects, or of the release character when it protects none. */
  #behindRelease(wide: string, at: number, to: number): number {
    let next = at + 1
    while (next < to && (wide.charCodeAt(next) === LF || wide.charCodeAt(next) === CR)) next += 1
    return next < to && this.#isSpecial(wide.charCodeAt(next)) ? next : at
  }

  #isSpecial(unit: number): boolean {
    const { component, element, release, terminator } = this.#table.separators
    return unit === component || unit === element || unit === release || unit === terminator
  }

  /** Drops release characters; one that protects nothing is kept as the text it is. */
  #released(text: string, element: number, component: number): string {
    const { release } = this.#table.separators
    if (release < 0) return text
    const sign = String.fromCharCode(release)
    let clean = ''
    let from = 0
    for (let found = text.indexOf(sign); found >= 0;) {
      const isReleased = this.#isSpecial(text.charCodeAt(found + 1))
      if (isReleased) {
        clean += text.slice(from, found)
        from = found + 1
      } else this.#notice('release', this.ref(element, component))
      found = text.indexOf(sign, found + (isReleased ? 2 : 1))
    }
    return from === 0 ? text : clean + text.slice(from)
  }

  #clean(text: string, element: number, component: number): string {
    if (isPlain(text)) return text
    if (text.includes('\u0000')) this.#notice('nul', this.ref(element, component))
    if (!hasNonAscii(text)) return storable(text)
    const undone = undoMojibake(text)
    if (undone !== null) this.#notice('mojibake', this.ref(element, component))
    return storable(undone ?? text)
  }
}
