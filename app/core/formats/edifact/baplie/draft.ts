import type { StowageSlot } from '../../../cargo/stowage_plan.js'
import type { Filed } from '../parts/filed.js'
import { newRecord, type RecordDraft } from '../records/draft.js'

export interface SlotDraft {
  readonly position: Filed | null
  readonly instruction: Filed<NonNullable<StowageSlot['instruction']>> | null
  /** The last is open; what stands before an EQD (SMDG 2) is of the equipment it names. */
  readonly records: RecordDraft[]
  takenUpBy: Filed | null
  declared: Filed<number> | null
}

export const newSlot = (position: Filed | null, instruction: SlotDraft['instruction']): SlotDraft => ({
  position,
  instruction,
  records: [newRecord()],
  takenUpBy: null,
  declared: null,
})

/** Something was filed about goods here, with or without an EQD. */
export const isOccupied = (record: RecordDraft): boolean =>
  record.declared || record.places.size > 0 || record.grossKg !== null || record.verifiedGrossKg !== null
