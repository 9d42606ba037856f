import type { SourceRef } from '../../../kernel/source_ref.js'
import type { ProblemCode, ProblemDetails } from '../../../kernel/problem_codes.js'
import type { ReferenceData } from '../../../reference/reference_data.js'
import type { ProblemCollector } from '../../problem_collector.js'
import { parseNumber } from '../number.js'
import type { SegmentCursor } from '../segment_cursor.js'
import {
  newHeader,
  type ConsignmentDraft,
  type EquipmentDraft,
  type HeaderDraft,
  type ItemDraft,
  type PartyDraft,
} from './drafts.js'
import type { CuscarReading } from './reading.js'

/** Which kind of segment was opened last: measures, texts and counts belong to it. */
export type Target = 'header' | 'equipment' | 'consignment' | 'item'

export interface StateSource {
  readonly cursor: SegmentCursor
  readonly reading: CuscarReading
  readonly reference: ReferenceData
  readonly problems: ProblemCollector
  readonly decimal: '.' | ',' | null
}

/** Where reading a CUSCAR stands: what is open, and what was gathered. */
export class ReadingState {
  readonly cursor: SegmentCursor
  readonly reading: CuscarReading
  readonly reference: ReferenceData
  readonly problems: ProblemCollector
  readonly header: HeaderDraft = newHeader()
  readonly consignments: ConsignmentDraft[] = []
  /** By normalised number, in order of appearance. */
  readonly equipment = new Map<string, EquipmentDraft>()
  target: Target = 'header'
  consignment: ConsignmentDraft | null = null
  item: ItemDraft | null = null
  openEquipment: EquipmentDraft | null = null
  /** The NAD whose CTA, COM and RFF follow. */
  party: PartyDraft | null = null
  /** Stage (8051) of the TDT of a consignment whose LOCs follow. */
  leg: string | null = null
  readonly #decimal: '.' | ',' | null

  constructor(source: StateSource) {
    this.cursor = source.cursor
    this.reading = source.reading
    this.reference = source.reference
    this.problems = source.problems
    this.#decimal = source.decimal
  }

  /** Adds a Problem, to the open consignment where there is one. */
  report(code: ProblemCode, details: ProblemDetails): void {
    this.problems.add(code, { consignment: this.consignment?.index, ...details })
  }

  /** Reads a number; what is none is reported and `null`. Empty is `null` without a Problem. */
  number(element: number, component: number): number | null {
    const text = this.cursor.text(element, component)
    if (text === '') return null
    const { value, repaired } = parseNumber(text, this.#decimal)
    if (repaired) this.report('SYN-NUMBER', { at: this.cursor.ref(element, component), params: { value: text } })
    return value
  }

  /** Reads a mass or volume of element/component with its unit, in kilograms or cubic metres. */
  measure(value: number | null, unit: string, at: SourceRef, kind: 'mass' | 'volume'): number | null {
    if (value === null) return null
    const known = this.reference.unit(unit)
    if (known?.kind === kind) return rounded(value * known.factor)
    this.report('REF-UNIT', { at, params: { value: unit } })
    return null
  }
}

/** Three decimals: grams and litres. Keeps binary noise out of sums. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000
