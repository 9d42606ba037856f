import type { EquipmentRecord, StowagePosition } from './equipment_record.js'
import type { Provenance } from './consignment.js'
import type { DocumentHead } from './reported_document.js'

/** What stands where aboard a ship, or is to stand there (BAPLIE, MOVINS). */
export interface StowagePlan extends DocumentHead {
  readonly kind: 'stowage_plan'
  readonly slots: readonly StowageSlot[]
}

export interface StowageSlot {
  readonly sequence: number
  readonly position: StowagePosition | null
  /** What is to be done there (MOVINS); `null` in a plan of what is aboard. */
  readonly instruction: 'load' | 'discharge' | 'shift' | null
  /** More than one for a bundle; none for a place that is taken up from elsewhere. */
  readonly equipment: readonly EquipmentRecord[]
  /** Number of the equipment in another slot that takes this one up. */
  readonly takenUpBy: string | null
  readonly provenance: Provenance
}
