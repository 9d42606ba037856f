import type { Declaration } from '../../core/cargo/declaration.js'
import type { ReadMessage } from '../../core/formats/format.js'
import type { Problem } from '../../core/kernel/problem.js'
import type { SourceRef } from '../../core/kernel/source_ref.js'

/** A declaration of which nothing was filed; a format writes what it read over it. */
export const blankDeclaration = (type: string, message = 0): Declaration => ({
  message,
  type,
  function: 'original',
  sender: null,
  number: null,
  office: null,
  regime: null,
  declaredAt: null,
  lane: null,
  importer: null,
  exporter: null,
  declarant: null,
  transportDocuments: [],
  items: [],
  provenance: {},
})

/** A Message that is a declaration; `null` for one that cannot be used, which its Problems say. */
export const declarationMessage = (
  declaration: Declaration | null,
  {
    index,
    type,
    at,
    segments,
    problems,
  }: { index: number; type: string; at: SourceRef; segments: number; problems: readonly Problem[] }
): ReadMessage => ({
  index,
  type,
  version: null,
  controlReference: declaration?.number ?? null,
  report: null,
  document: null,
  declaration,
  problems,
  counts: { segments, consignments: 0, equipment: 0, equipmentRecords: 0, slots: 0, passengers: 0 },
  at,
})
