import type { ProblemCode } from '../../../kernel/problem_codes.js'
import type { FoundDetails } from '../../problem_collector.js'
import { SegmentReading, type ReadingSource } from '../parts/segment_reading.js'
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

export interface StateSource extends ReadingSource {
  readonly reading: CuscarReading
}

/** Where reading a CUSCAR stands: what is open, and what was gathered. */
export class ReadingState extends SegmentReading {
  readonly reading: CuscarReading
  readonly header: HeaderDraft = newHeader()
  /** Consignments opened so far. */
  opened = 0
  /** Those of them that are not finished, in order. */
  readonly unfinished: ConsignmentDraft[] = []
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

  constructor(source: StateSource) {
    super(source)
    this.reading = source.reading
  }

  /** Adds a Problem, to the open consignment where there is one. */
  override report(code: ProblemCode, details: FoundDetails): void {
    this.problems.add(code, { consignment: this.consignment?.index, ...details })
  }
}
