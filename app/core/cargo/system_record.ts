import type { FilingFunction } from './codes.js'
import type { Provenance } from './consignment.js'

/** What a national system registered itself and tells of: a declaration, a permit, the result of an examination. */
export interface SystemRecord {
  /** Index of the Message in the received bytes, from 0. */
  readonly message: number
  /** e.g. `ASYCUDA_SAD`. */
  readonly type: string
  /** `original` also for a later state of the same record: it takes the place of the one before. `cancel`: it does not count any more. */
  readonly function: Extract<FilingFunction, 'original' | 'cancel'>
  /** The system that registered it; a sender of its own. */
  readonly sender: string | null
  /** Unique within the system and the kind of record: what officers know it by. `null`: not usable. */
  readonly number: string | null
  /** By path: `number`, `importer.identifier`, `transportDocuments.0`, `items.2.hsCode`. */
  readonly provenance: Provenance
}

/** Cargo as a record of a national system names it. */
export interface NamedCargo {
  /** Numbers of bills and waybills. */
  readonly transportDocuments: readonly string[]
  /** Numbers of declarations of the same system. */
  readonly declarations: readonly string[]
  /** Containers. Cargo is found by them only where neither a bill nor a declaration is named: containers are used again. */
  readonly equipment: readonly string[]
}
