import type { SourceRef } from '../../kernel/source_ref.js'
import type { SegmentTable } from './segment_table.js'

/** Number of a place (or of the first and the last of several) in the PlaceBook of its Message. */
export type Cited = number

/** Numbers a place takes: segment, element and component, start, end. */
const WIDTH = 4
/** A component never counts so far: a segment holds at most as many as its limit of elements squared. */
const COMPONENTS = 0x1_0000
/** Instead of a segment: the two numbers behind are places, or one is a place of the envelope. */
const [SPAN, ENVELOPE] = [-1, -2]

/**
 * Where the values of one Message stand. A SourceRef for each would be most of what reading makes and keeps, and hardly
 * any is looked at: a place is four numbers here, and a SourceRef when somebody asks.
 */
export class PlaceBook {
  readonly #table: SegmentTable
  readonly #envelope: SourceRef[] = []
  #numbers = new Int32Array(0)
  #length = 0

  constructor(table: SegmentTable) {
    this.#table = table
  }

  /** A stretch of a segment, in bytes from the start of the Message; `element` and `component` are 0 where none is meant. */
  add(segment: number, element: number, component: number, from: number, to: number): Cited {
    return this.#push(segment, element * COMPONENTS + component, from, to)
  }

  /** A place of the envelope, which is no part of the Message. */
  outside(ref: SourceRef): Cited {
    return this.#push(ENVELOPE, this.#envelope.push(ref) - 1, 0, 0)
  }

  /** The places of a value joined from several pieces: the first of one and the last of the other. */
  span(first: Cited, last: Cited): Cited {
    if (first === last) return first
    return this.#push(SPAN, 0, this.#edge(first, 2), this.#edge(last, 3))
  }

  /** The places of values in the order filed; `null` where there are none. */
  spanOf(filed: readonly { readonly at: Cited }[]): Cited | null {
    const [first] = filed
    const last = filed.at(-1)
    return first && last ? this.span(first.at, last.at) : null
  }

  first(cited: Cited): SourceRef {
    return this.#ref(this.#edge(cited, 2))
  }

  /** One place, or the first and the last. */
  refs(cited: Cited): readonly SourceRef[] {
    const one = this.#ref(this.#edge(cited, 2))
    return this.#numbers[cited * WIDTH] === SPAN ? [one, this.#ref(this.#edge(cited, 3))] : [one]
  }

  #edge(cited: Cited, side: 2 | 3): Cited {
    const at = cited * WIDTH
    return this.#numbers[at] === SPAN ? (this.#numbers[at + side] ?? 0) : cited
  }

  #ref(cited: Cited): SourceRef {
    const at = cited * WIDTH
    const [row = 0, position = 0, from = 0, to = 0] = this.#numbers.subarray(at, at + WIDTH)
    const outside = row === ENVELOPE ? this.#envelope[position] : undefined
    if (outside) return outside
    const component = position % COMPONENTS
    const element = (position - component) / COMPONENTS
    return this.#table.ref(row, from, to, element, component)
  }

  #push(one: number, two: number, three: number, four: number): Cited {
    const at = this.#length * WIDTH
    if (at === this.#numbers.length) this.#grow()
    this.#numbers[at] = one
    this.#numbers[at + 1] = two
    this.#numbers[at + 2] = three
    this.#numbers[at + 3] = four
    return this.#length++
  }

  /** About two places a segment to begin with. */
  #grow(): void {
    const grown = new Int32Array(Math.max(this.#numbers.length * 2, this.#table.rows.length * 2 * WIDTH, 16 * WIDTH))
    grown.set(this.#numbers)
    this.#numbers = grown
  }
}
