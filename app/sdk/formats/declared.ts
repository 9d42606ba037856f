import type { Declaration } from '../../core/cargo/declaration.js'
import type { Examination } from '../../core/cargo/examination.js'
import type { Permit } from '../../core/cargo/permit.js'
import type { NamedCargo, SystemRecord } from '../../core/cargo/system_record.js'
import type { ReadMessage } from '../../core/formats/format.js'
import type { Problem } from '../../core/kernel/problem.js'
import type { SourceRef } from '../../core/kernel/source_ref.js'

const blankRecord = (type: string, message: number): SystemRecord => ({
  message,
  type,
  function: 'original',
  sender: null,
  number: null,
  provenance: {},
})
const NO_CARGO: NamedCargo = { transportDocuments: [], declarations: [], equipment: [] }

/** A declaration of which nothing was filed; a format writes what it read over it. */
export const blankDeclaration = (type: string, message = 0): Declaration => ({
  ...blankRecord(type, message),
  office: null,
  regime: null,
  declaredAt: null,
  lane: null,
  importer: null,
  exporter: null,
  declarant: null,
  transportDocuments: [],
  items: [],
})

/** A permit of which nothing was filed. */
export const blankPermit = (type: string, message = 0): Permit => ({
  ...blankRecord(type, message),
  ...NO_CARGO,
  agency: null,
  agencyName: null,
  kind: null,
  kindAsFiled: null,
  status: null,
  holder: null,
  goods: [],
  validFrom: null,
  validUntil: null,
})

/** The result of an examination of which nothing was filed. */
export const blankExamination = (type: string, message = 0): Examination => ({
  ...blankRecord(type, message),
  ...NO_CARGO,
  order: null,
  examinedAt: null,
  examination: null,
  result: null,
  examiner: null,
  findings: [],
  notExamined: null,
  minutes: null,
  note: null,
})

interface Around {
  index: number
  type: string
  at: SourceRef
  segments: number
  problems: readonly Problem[]
}

const around = (record: SystemRecord | null, { index, type, at, segments, problems }: Around): ReadMessage => ({
  index,
  type,
  version: null,
  controlReference: record?.number ?? null,
  report: null,
  document: null,
  problems,
  counts: { segments, consignments: 0, equipment: 0, equipmentRecords: 0, slots: 0, passengers: 0 },
  at,
})

/** A Message that is a declaration; `null` for one that cannot be used, which its Problems say. */
export const declarationMessage = (declaration: Declaration | null, message: Around): ReadMessage => ({
  ...around(declaration, message),
  declaration,
})

/** A Message that is a permit; `null` for one that cannot be used, which its Problems say. */
export const permitMessage = (permit: Permit | null, message: Around): ReadMessage => ({
  ...around(permit, message),
  permit,
})

/** A Message that is the result of an examination; `null` for one that cannot be used, which its Problems say. */
export const examinationMessage = (examination: Examination | null, message: Around): ReadMessage => ({
  ...around(examination, message),
  examination,
})
