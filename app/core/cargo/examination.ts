import type { LocalTime } from '../kernel/instant.js'
import type { NamedCargo, SystemRecord } from './system_record.js'

/** How cargo is looked at. */
export const EXAMINATION_TYPES = ['documentary', 'scan', 'tailgate', 'sample', 'canine', 'physical'] as const
export type ExaminationType = (typeof EXAMINATION_TYPES)[number]

export const RESULTS = ['resultant', 'not_resultant', 'inconclusive', 'not_examined'] as const
export type Result = (typeof RESULTS)[number]

export const FINDING_KINDS = [
  'narcotics',
  'precursors',
  'weapons',
  'strategic_goods',
  'currency',
  'tobacco_alcohol',
  'counterfeits',
  'wildlife',
  'waste',
  'cultural_goods',
  'undeclared_goods',
  'misdeclared_goods',
  'undervaluation',
  'empty_hide',
  'other',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Where things are hidden; the next order on a lane names the places of earlier finds first. Edition 2 added `reefer_unit` and `tank_shell`. */
export const PLACES_OF_CONCEALMENT = [
  'in_cargo',
  'in_packaging',
  'among_cargo',
  'floor',
  'floor_channels',
  'roof',
  'walls',
  'front_wall',
  'doors',
  'frame',
  'undercarriage',
  'reefer_unit',
  'evaporator_housing',
  'compressor_space',
  'tank_shell',
  'personal_effects',
  'vehicle',
  'documents',
  'other',
] as const
export type PlaceOfConcealment = (typeof PLACES_OF_CONCEALMENT)[number]

export const QUANTITY_UNITS = ['kg', 'g', 'l', 'pieces', 'packages'] as const
export type QuantityUnit = (typeof QUANTITY_UNITS)[number]

export const NOT_EXAMINED_REASONS = ['no_time', 'no_equipment', 'cargo_not_here', 'unsafe', 'weather', 'other'] as const
export type NotExamined = (typeof NOT_EXAMINED_REASONS)[number]

/** What an examination came to, as the national system recorded it (its inspection act). */
export interface Examination extends SystemRecord, NamedCargo {
  /** Number of our order, as it was told with the selection. `null`: the system selected by itself, or did not say. */
  readonly order: string | null
  readonly examinedAt: LocalTime | null
  readonly examination: ExaminationType | null
  /** `null`: not told, or not understood; such a result ends nothing. */
  readonly result: Result | null
  /** Who examined. */
  readonly examiner: Examiner | null
  readonly findings: readonly ToldFinding[]
  /** Why nobody looked, where nobody did. */
  readonly notExamined: NotExamined | null
  /** Minutes that it took. */
  readonly minutes: number | null
  readonly note: string | null
}

export interface Examiner {
  /** As the system knows them: a user name or an e-mail address. */
  readonly identifier: string | null
  readonly name: string | null
}

export interface ToldFinding {
  /** `null`: something was found, and its kind was not understood. */
  readonly what: FindingKind | null
  readonly place: PlaceOfConcealment | null
  /** A decimal number, with its unit; both or neither. */
  readonly quantity: string | null
  readonly unit: QuantityUnit | null
  readonly note: string | null
}
