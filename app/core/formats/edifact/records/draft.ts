import type { EquipmentMovement, EquipmentPlaces } from '../../../cargo/equipment_record.js'
import { newEquipmentValues, type EquipmentValues } from '../parts/equipment_values.js'
import type { Dates } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import type { PlaceFiled } from '../parts/place.js'

/** One equipment of a plan or report while its segments are read. */
export interface RecordDraft extends EquipmentValues {
  /** An EQD was read. */
  declared: boolean
  number: Filed | null
  movement: Filed<EquipmentMovement> | null
  verifiedGrossKg: Filed<number> | null
  position: Filed | null
  /** By field, with the rank of the qualifier that gave it: lower wins. */
  readonly places: Map<keyof EquipmentPlaces, { readonly rank: number; readonly filed: PlaceFiled }>
  operator: (Filed & { readonly rank: number }) | null
  bill: Filed | null
  booking: Filed | null
  readonly texts: Filed[]
  readonly dangerous: Filed<{ readonly unNumber: string | null; readonly class: string | null }>[]
  readonly dates: Dates
  /** Stage (8051) of the TDT whose places follow. */
  leg: string
}

export const newRecord = (): RecordDraft => ({
  ...newEquipmentValues(''),
  declared: false,
  number: null,
  movement: null,
  verifiedGrossKg: null,
  position: null,
  places: new Map(),
  operator: null,
  bill: null,
  booking: null,
  texts: [],
  dangerous: [],
  dates: new Map(),
  leg: '',
})
