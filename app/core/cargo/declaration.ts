import type { LocalTime } from '../kernel/instant.js'
import type { SystemRecord } from './system_record.js'

/** How the national system treats a declaration: released without a look, by papers, by opening, after release. */
export const LANES = ['green', 'yellow', 'red', 'blue'] as const
export type Lane = (typeof LANES)[number]

/**
 * A goods declaration as the national system registered it (WCO: goods declaration). It is no filing of cargo:
 * cargo is what carriers say, this is what the importer says of the same goods.
 */
export interface Declaration extends SystemRecord {
  readonly office: string | null
  /** As the country codes it, e.g. `IM4`, `EX1`. */
  readonly regime: string | null
  readonly declaredAt: LocalTime | null
  readonly lane: Lane | null
  readonly importer: DeclaredParty | null
  readonly exporter: DeclaredParty | null
  readonly declarant: DeclaredParty | null
  /** Numbers of bills and waybills as declared. */
  readonly transportDocuments: readonly string[]
  readonly items: readonly DeclaredItem[]
}

export interface DeclaredParty {
  /** e.g. a tax registration number. */
  readonly identifier: string | null
  readonly name: string | null
}

export interface DeclaredItem {
  readonly hsCode: string | null
  readonly description: string | null
  /** ISO 3166 alpha-2. */
  readonly originCountry: string | null
  /** A decimal number, never through a floating one. */
  readonly value: string | null
  /** ISO 4217. */
  readonly currency: string | null
  readonly netWeightKg: number | null
}
