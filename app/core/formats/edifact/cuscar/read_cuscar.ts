import type { CargoReport } from '../../../cargo/cargo_report.js'
import type { Problem } from '../../../kernel/problem.js'
import type { CuscarProfile } from '../../profile.js'
import type { Interchange } from '../envelope.js'
import type { MessageSource } from '../parts/message_source.js'
import { CARGO_TAGS } from '../tags.js'
import { readCni, readCpi, readDoc, readMoa, readRff, readTsr } from './segments/consignment_segments.js'
import type { Filed } from '../parts/filed.js'
import { readEqd, readSel, readTmp } from './segments/equipment_segments.js'
import type { FinishedConsignment } from './finish/finish_consignment.js'
import { finishConveyance } from './finish/finish_conveyance.js'
import { citeEquipment } from './finish/finish_equipment.js'
import { finishParties } from './finish/finish_parties.js'
import { Finishing } from './finish/finishing.js'
import { compareHeader } from './finish/finish_totals.js'
import { flagConstantRatio, volumesOf } from '../../parts/constant_ratio.js'
import { flagConstantWeight } from '../../parts/constant_weight.js'
import { GENERIC_READING } from './profiles/generic_reading.js'
import { readCst, readDgs, readGid, readMea, readPac, readPci, readSgp } from './segments/goods_segments.js'
import { readBgm, readCnt, readDtm, readFtx, readNature, readTdt } from './segments/header_segments.js'
import { readCom, readNad } from './segments/party_segments.js'
import { readLoc } from './segments/place_segments.js'
import { Citations, withProvenance } from '../parts/citations.js'
import { NONE } from '../parts/lists.js'
import { equipmentPaths } from '../parts/equipment_values.js'
import type { CuscarReading, ReferenceSource } from './reading.js'
import { ReadingState } from './state.js'

/** What each segment does, whatever the group it stands in: real files break the group order. */
const HANDLERS: ReadonlyMap<string, (state: ReadingState) => void> = new Map(
  Object.entries({
    BGM: readBgm,
    DTM: readDtm,
    TDT: readTdt,
    LOC: readLoc,
    RFF: readRff,
    NAD: readNad,
    COM: readCom,
    FTX: readFtx,
    GIS: readNature,
    GEI: readNature,
    EQD: readEqd,
    SEL: readSel,
    TMP: readTmp,
    MEA: readMea,
    CNT: readCnt,
    CNI: readCni,
    DOC: readDoc,
    MOA: readMoa,
    CPI: readCpi,
    TSR: readTsr,
    GID: readGid,
    PAC: readPac,
    PCI: readPci,
    CST: readCst,
    DGS: readDgs,
    SGP: readSgp,
  })
)

export interface CuscarSource extends MessageSource {
  readonly profile: CuscarProfile
}

/** The generic reading with what the profile and its rules for this sender say otherwise. */
const readingOf = ({ profile, interchange }: CuscarSource): CuscarReading => ({
  ...GENERIC_READING,
  ...profile.reading,
  ...profile.senders?.find(({ sender }) => sender === interchange?.sender)?.reading,
})

const readSegments = (state: ReadingState, finishing: Finishing): void => {
  const { cursor, problems } = state
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const handler = HANDLERS.get(cursor.tag)
    if (handler) handler(state)
    else if (!CARGO_TAGS.has(cursor.tag))
      problems.repeat('SYN-UNKNOWN-TAG', { at: cursor.ref(), params: { tag: cursor.tag } })
    finishing.behind(at)
  }
  finishing.end()
}

const referenceFrom = ({ header }: ReadingState, sources: readonly ReferenceSource[]): Filed | null => {
  for (const source of sources) {
    const found = source === 'BGM' ? header.document : header.references.get(source.slice(4))
    if (found) return found
  }
  return null
}

const isTest = (reading: CuscarReading, interchange: Interchange | null): boolean =>
  reading.testMarks.some(({ element, value }) => interchange?.elements[element - 1] === value)

const functionOf = (state: ReadingState, test: boolean): CargoReport['function'] => {
  const { functionCode } = state.header
  if (test) return 'test'
  if (!functionCode) return 'original'
  const known = state.reading.functions[functionCode.value]
  if (!known) state.problems.add('SEM-FUNCTION', { at: functionCode.at, params: { value: functionCode.value } })
  return known ?? 'status_only'
}

/** Flags a document number that stands in the message twice; both consignments are kept. */
const flagRepeatedNumbers = (state: ReadingState, parts: readonly FinishedConsignment[]): void => {
  const seen = new Set<string>()
  for (const part of parts) {
    const { reference, sequence } = part.consignment
    if (reference === null) continue
    if (seen.has(reference)) {
      state.problems.add('SYN-DUP-REF', {
        at: part.provenance.reference,
        consignment: sequence,
        params: { value: reference },
      })
    }
    seen.add(reference)
  }
}

/**
 * Reads one CUSCAR into a CargoReport: opened by tags, never by group grammar, so that one bad
 * segment costs no more than itself. Problems are gathered in `source.problems`; those with a
 * `consignment` are handed out with it.
 */
export const readCuscar = (source: CuscarSource): CargoReport => {
  const { message, cursor, type, interchange, profile, reference, decimal, problems } = source
  const state = new ReadingState({ cursor, reading: readingOf(source), reference, problems, decimal })
  const finishing = new Finishing(state, cursor.tags)
  readSegments(state, finishing)

  const { header, reading } = state
  const cited = new Citations(state.places)
  const { parts, equipment } = finishing
  flagRepeatedNumbers(state, parts)
  flagConstantWeight(state, parts)
  flagConstantRatio(state, 'MEA', volumesOf(parts))
  const declared = [...state.equipment.values()].filter((draft) => draft.declared).length
  compareHeader(
    state,
    header.counts,
    parts.map(({ consignment }) => consignment.totals),
    declared
  )

  const document = referenceFrom(state, reading.documentReference)
  if (!document) problems.add('SEM-MANIFEST-MISSING')
  const prepared = reading.prepared.flatMap((qualifier) => header.dates.get(qualifier) ?? [])[0]
  const sent = interchange?.preparedAt
    ? { value: interchange.preparedAt, at: state.places.outside(interchange.preparedRef) }
    : null
  const test = isTest(reading, interchange) || reading.functions[header.functionCode?.value ?? ''] === 'test'
  ;[...state.equipment.values()].forEach((draft, at) => citeEquipment(draft, equipmentPaths(`equipment.${at}.`), cited))
  const report = {
    message,
    type: type.type ?? 'CUSCAR',
    version: type.version ?? '',
    profile: `${profile.code}@${profile.version}`,
    controlReference: type.controlReference,
    function: functionOf(state, test),
    functionCode: cited.take('function', header.functionCode),
    test,
    sender: interchange?.sender ?? null,
    recipient: interchange?.recipient ?? null,
    documentReference: cited.take('documentReference', document),
    documentVersion: cited.take('documentVersion', header.documentVersion),
    previousReference: cited.take('previousReference', previousOf(state, document)),
    preparedAt: cited.take('preparedAt', prepared ?? sent),
    conveyance: finishConveyance(state, cited),
    nature: cited.take('nature', header.nature),
    parties: finishParties(state, header.parties, cited),
    equipment: [...equipment.values()],
    declaredTotals: {
      grossWeightKg: cited.take('declaredTotals.grossWeightKg', header.counts.grossWeight),
      packages: cited.take('declaredTotals.packages', header.counts.packages),
      volumeM3: cited.take('declaredTotals.volumeM3', header.counts.volume),
      consignments: cited.take('declaredTotals.consignments', header.counts.consignments),
      equipment: cited.take('declaredTotals.equipment', header.counts.equipment),
    },
  }
  const own = problemsByConsignment(parts.length, problems.all())
  for (const [at, part] of parts.entries()) part.problems = own[at] ?? NONE
  return Object.assign(withProvenance(report, cited.close()), { consignments: parts })
}

const previousOf = (state: ReadingState, document: Filed | null): Filed | null => {
  const found = referenceFrom(state, state.reading.previousReference)
  return found && found.value !== document?.value ? found : null
}

const problemsByConsignment = (count: number, all: readonly Problem[]): readonly (readonly Problem[])[] => {
  const own = Array.from({ length: count }, (): Problem[] => [])
  for (const found of all) if (found.consignment !== undefined) own[found.consignment]?.push(found)
  return own
}
