import type { LocalTime } from '../kernel/instant.js'
import type { FilingFunction } from './codes.js'
import type { Provenance } from './consignment.js'

/** How the national system treats a declaration: released without a look, by papers, by opening, after release. */
export const LANES = ['green', 'yellow', 'red', 'blue'] as const
export type Lane = (typeof LANES)[number]

/**
 * A goods declaration as the national system registered it (WCO: goods declaration). It is no filing of cargo:
 * cargo is what carriers say, this is what the importer says of the same goods.
 */
export interface Declaration {
  /** Index of the Message in the received bytes, from 0. */
  readonly message: number
  /** e.g. `ASYCUDA`. */
  readonly type: string
  /** `original` also for a later state of the same declaration: it takes the place of the one before. */
  readonly function: Extract<FilingFunction, 'original' | 'cancel'>
  /** The system that registered it; a sender of its own. */
  readonly sender: string | null
  /** Unique within the system, by office and year: what officers know it by. `null`: not usable. */
  readonly number: string | null
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
  /** By path: `number`, `importer.identifier`, `transportDocuments.0`, `items.2.hsCode`. */
  readonly provenance: Provenance
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
