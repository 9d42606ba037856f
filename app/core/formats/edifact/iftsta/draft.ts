import type { CallDraft } from '../documents/head.js'
import type { Dates } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import type { PlaceFiled } from '../parts/place.js'
import type { TransportDraft } from '../parts/transport.js'
import type { RecordDraft } from '../records/draft.js'

export interface LegDraft {
  readonly transport: TransportDraft
  readonly calls: CallDraft[]
  /** Dates before the first place. */
  readonly dates: Dates
}

export interface EventDraft {
  /** Number of the CNI it stands under. */
  readonly document: Filed | null
  /** A STS was read. */
  declared: boolean
  code: Filed | null
  text: Filed | null
  place: PlaceFiled | null
  readonly dates: Dates
  readonly references: Map<string, Filed>
  readonly equipmentNumbers: Filed[]
  readonly legs: LegDraft[]
  readonly records: RecordDraft[]
}

export const newEvent = (document: Filed | null): EventDraft => ({
  document,
  declared: false,
  code: null,
  text: null,
  place: null,
  dates: new Map(),
  references: new Map(),
  equipmentNumbers: [],
  legs: [],
  records: [],
})
