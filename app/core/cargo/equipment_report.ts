import type { EquipmentRecord } from './equipment_record.js'
import type { DocumentHead } from './reported_document.js'

/** What a terminal is to do with equipment, or did (COPRAR, COARRI, CODECO). */
export interface EquipmentReport extends DocumentHead {
  readonly kind: 'equipment_report'
  readonly activity: EquipmentActivity | null
  readonly equipment: readonly EquipmentRecord[]
  /** Equipment the message says it holds. */
  readonly declaredEquipment: number | null
}

export type EquipmentActivity = 'loading_order' | 'discharge_order' | 'loaded' | 'discharged' | 'gate_in' | 'gate_out'
