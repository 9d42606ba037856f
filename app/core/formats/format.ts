import type { CargoReport } from '../cargo/cargo_report.js'
import type { Declaration } from '../cargo/declaration.js'
import type { Examination } from '../cargo/examination.js'
import type { Permit } from '../cargo/permit.js'
import type { ReportedDocument } from '../cargo/reported_document.js'
import type { Problem } from '../kernel/problem.js'
import type { SourceRef } from '../kernel/source_ref.js'
import type { Separators } from './edifact/separators.js'

/** One Message (a UNH, or its equivalent) read from the bytes. A message may be understood without being a cargo report. */
export interface ReadMessage {
  readonly index: number
  /** e.g. `CUSCAR`, `CUSREP`, `BAPLIE`; `null` when the type could not be told. */
  readonly type: string | null
  /** e.g. `D.01A`. */
  readonly version: string | null
  readonly controlReference: string | null
  /** Present when the type is a cargo report that a profile reads. */
  readonly report: CargoReport | null
  /** Present when the type is another one that is read: a bay plan, a list of equipment, a status, persons. */
  readonly document: ReportedDocument | null
  /** Present when it is a goods declaration of a national system; `null` for one that cannot be used. */
  readonly declaration?: Declaration | null
  /** Present when it is a permit of an agency; `null` for one that cannot be used. */
  readonly permit?: Permit | null
  /** Present when it is the result of an examination; `null` for one that cannot be used. */
  readonly examination?: Examination | null
  /** Only in EDIFACT with an interchange header. */
  readonly envelope?: EdifactEnvelope
  /** Problems of the message itself; those of its consignments stand with them. */
  readonly problems: readonly Problem[]
  readonly counts: MessageCounts
  readonly at: SourceRef | null
}

/** What an answer to an EDIFACT message needs of its envelope. */
export interface EdifactEnvelope {
  /** UN 0001 and 0002, e.g. `UNOA` and `2`. */
  readonly syntax: { readonly identifier: string; readonly version: string }
  /** S002 and S003 as filed: identification, qualifier, address. */
  readonly sender: readonly string[]
  readonly recipient: readonly string[]
  readonly controlReference: string | null
  /** Test indicator of UNB. */
  readonly test: boolean
  readonly separators: Separators
  /** S009 as filed: type, version, release, agency, association. */
  readonly messageIdentifier: readonly string[]
}

/** Counted as DECISIONS.md (Formats) says. */
export interface MessageCounts {
  readonly segments: number
  readonly consignments: number
  /** Distinct equipment identifiers (EQD + BL and EQD + BI count). */
  readonly equipment: number
  readonly equipmentRecords: number
  /** Stowage cells of a bay plan. */
  readonly slots: number
  /** Persons of a passenger or crew list. */
  readonly passengers: number
}

/** What a whole file turned out to be. */
export interface FileReading {
  /** `EDIFACT`, or `null` when not understood (quarantined). */
  readonly format: string | null
  readonly formatVersion: number
  readonly charset: string | null
  /** Problems of the envelope (UNA, UNB, UNG, UNZ) and of the file. */
  readonly problems: readonly Problem[]
}
