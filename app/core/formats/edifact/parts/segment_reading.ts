import type { Place } from '../../../cargo/consignment.js'
import type { ProblemCode } from '../../../kernel/problem_codes.js'
import type { ReferenceData } from '../../../reference/reference_data.js'
import type { FoundDetails, ProblemCollector } from '../../problem_collector.js'
import { parseNumber, plainNumber, rounded } from '../../parts/number.js'
import type { PlaceBook } from '../place_book.js'
import type { SegmentCursor } from '../segment_cursor.js'
import type { Filed } from './filed.js'

/** Places kept for one Message. */
const MOST_KNOWN = 1_000

export interface ReadingSource {
  readonly cursor: SegmentCursor
  readonly reference: ReferenceData
  readonly problems: ProblemCollector
  /** Decimal mark of the UNA; `null` where there is none. */
  readonly decimal: '.' | ',' | null
}

/** What every reader of a Message has at hand: the segment under the cursor, reference data, and where Problems go. */
export class SegmentReading {
  readonly cursor: SegmentCursor
  readonly reference: ReferenceData
  readonly problems: ProblemCollector
  readonly #decimal: '.' | ',' | null

  constructor(source: ReadingSource) {
    this.cursor = source.cursor
    this.reference = source.reference
    this.problems = source.problems
    this.#decimal = source.decimal
  }

  /** Where places are kept that values were read from. */
  get places(): PlaceBook {
    return this.cursor.places
  }

  /** A place of the reference data; the same object for the same code, since a message names few places many times. */
  knownPlace(code: string): Place | null {
    const kept = this.#known.get(code)
    if (kept) return kept
    const info = this.reference.place(code)
    if (!info) return null
    const place = { code: info.code, name: info.name, country: info.country }
    if (this.#known.size < MOST_KNOWN) this.#known.set(code, place)
    return place
  }
  readonly #known = new Map<string, Place>()

  report(code: ProblemCode, details: FoundDetails): void {
    this.problems.add(code, details)
  }

  /** Reads a number; what is none is reported and `null`. Empty is `null` without a Problem. */
  number(element: number, component: number): number | null {
    const text = this.cursor.text(element, component)
    if (text === '') return null
    const plain = plainNumber(text)
    if (plain !== null) return plain
    const { value, repaired } = parseNumber(text, this.#decimal)
    if (repaired) this.report('SYN-NUMBER', { at: this.cursor.ref(element, component), params: { value: text } })
    return value
  }

  /** A mass or volume with its unit, in kilograms or cubic metres; element and component say where it stands. */
  measure(
    value: number | null,
    unit: string,
    kind: 'mass' | 'volume',
    element: number,
    component: number
  ): number | null {
    if (value === null) return null
    const known = this.reference.unit(unit)
    if (known?.kind === kind) return rounded(value * known.factor)
    this.report('REF-UNIT', { at: this.cursor.ref(element, component), params: { value: unit } })
    return null
  }

  /**
   * The measure of a MEA with its place. Nothing weighs nothing: a zero stands for a figure the
   * sender does not have, and is left out with a Problem.
   */
  measured(kind: 'mass' | 'volume'): Filed<number> | null {
    const { cursor } = this
    const filed = this.number(3, 2)
    const at = cursor.cite(3, 2)
    if (filed === 0) this.report('SYN-NUMBER', { at, params: { value: '0' } })
    const value = filed === 0 ? null : this.measure(filed, cursor.code(3, 1), kind, 3, 1)
    return value === null ? null : { value, at }
  }
}
