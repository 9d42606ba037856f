import type { LocalTime } from '../kernel/instant.js'
import type { Equipment, GoodsItem, Place, Provenance } from './consignment.js'

/** What a bay plan, a terminal or a gate says about one equipment. Weights are kilograms. */
export interface EquipmentRecord extends Omit<Equipment, 'number'> {
  /** Position in its Message, from 0. */
  readonly sequence: number
  /** `null` where a plan leaves open which one it will be. */
  readonly number: string | null
  /** Verified gross mass (SOLAS VI/2), apart from an estimated `grossKg`. */
  readonly verifiedGrossKg: number | null
  readonly movement: EquipmentMovement | null
  readonly position: StowagePosition | null
  readonly places: EquipmentPlaces
  /** Operator as filed (SCAC or liner code). */
  readonly operator: string | null
  readonly bill: string | null
  readonly booking: string | null
  readonly description: string | null
  readonly dangerousGoods: GoodsItem['dangerousGoods']
  /** When it was loaded, discharged or passed the gate. */
  readonly occurredAt: LocalTime | null
  readonly provenance: Provenance
}

/** UN 8249. */
export type EquipmentMovement = 'export' | 'import' | 'transhipment' | 'remain_on_board' | 'shift'

export interface EquipmentPlaces {
  readonly receipt: Place | null
  /** First port of loading where the plan's own loading is a transhipment (LOC 76). */
  readonly originalLoading: Place | null
  readonly loading: Place | null
  readonly transhipment: Place | null
  readonly discharge: Place | null
  readonly delivery: Place | null
}

/** A place aboard. ISO 9711: bay (3 digits), row and tier (2 each) from a cell code of 7 digits, or 6 without the leading zero. */
export interface StowagePosition {
  readonly asFiled: string
  /** `null` for what is no container cell: a deck of a ferry, a tank. */
  readonly cell: { readonly bay: number; readonly row: number; readonly tier: number } | null
}
