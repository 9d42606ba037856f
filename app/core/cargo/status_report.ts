import type { LocalTime } from '../kernel/instant.js'
import type { ConveyanceAsFiled } from './cargo_report.js'
import type { Place, Provenance } from './consignment.js'
import type { EquipmentRecord } from './equipment_record.js'
import type { CallAsFiled, DocumentHead } from './reported_document.js'

/** Where goods or equipment are and what became of them (IFTSTA). */
export interface StatusReport extends DocumentHead {
  readonly kind: 'status_report'
  readonly events: readonly StatusEvent[]
}

export interface StatusEvent {
  readonly sequence: number
  /** Transport document it concerns. */
  readonly bill: string | null
  readonly booking: string | null
  /** Code as filed (UN 4405 or of a list of the sender), upper case. */
  readonly code: string | null
  readonly text: string | null
  readonly occurredAt: LocalTime | null
  readonly place: Place | null
  /** Upper case without separators. */
  readonly equipmentNumbers: readonly string[]
  /** What EQD says about equipment beyond its number. */
  readonly equipment: readonly EquipmentRecord[]
  readonly legs: readonly TransportLeg[]
  readonly provenance: Provenance
}

/** One leg of the carriage with the places it touches. */
export interface TransportLeg extends Pick<ConveyanceAsFiled, 'mode' | 'means' | 'voyage'> {
  readonly carrier: string | null
  readonly calls: readonly CallAsFiled[]
}
