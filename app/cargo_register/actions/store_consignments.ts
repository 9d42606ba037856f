import type { ReportedConsignment } from '#core/cargo/cargo_report'
import type { Consignment } from '#core/cargo/consignment'
import type { OwnPlaces } from '#core/cargo/nature'
import type { Instant } from '#core/kernel/instant'
import { historyKeys, type HistoryKeys } from '#core/matching/history_keys'
import { uuidv7 } from '#platform/database/uuid'
import { rows } from '#platform/tenancy/database'
import { consignmentNumbers } from '../consignment_numbers.js'
import type { RevisedConsignment } from '../events.js'
import { fieldChanges, type FieldChange } from '../field_changes.js'
import type { KnownConsignment } from '../plan_registration.js'
import { toRows } from '../provenance_rows.js'
import { summaryOf } from '../summary.js'
import { forgetHistory, writeTraces } from './write_traces.js'
import {
  writeNewConsignments,
  writeNumbers,
  writeRevisedConsignments,
  writeRevisions,
  type ConsignmentRecord,
} from './write_consignments.js'

/** Rows of one statement: a few megabytes of JSON at most. */
const CHUNK = 500

export interface Filing {
  messageId: string
  manifestId: string
  callId: string | null
  firstFiler: string
  sender: { id: string }
  filedAt: Instant
  historical: boolean
  /** What the administration calls its own: consignments without a nature have that of their places. */
  own: OwnPlaces
}

export interface ConsignmentToStore {
  key: string
  contentHash: string
  reported: ReportedConsignment
  /** `null` for one the manifest did not have. */
  before: KnownConsignment | null
}

/** Writes new consignments and new revisions of known ones, in bulk. Returns them in the order given. */
export async function storeConsignments(
  filing: Filing,
  wanted: readonly ConsignmentToStore[]
): Promise<RevisedConsignment[]> {
  const stored: RevisedConsignment[] = []
  for (let start = 0; start < wanted.length; start += CHUNK) {
    stored.push(...(await storeChunk(filing, wanted.slice(start, start + CHUNK))))
  }
  return stored
}

async function storeChunk(filing: Filing, wanted: readonly ConsignmentToStore[]): Promise<RevisedConsignment[]> {
  const documents = await documentsBefore(wanted)
  const keys = wanted.map(({ reported }) => historyKeys(reported.consignment))
  const records = wanted.map((each, at) => recordOf(each, keys[at]!, filing.own))
  const known = records.filter((_, at) => wanted[at]!.before !== null)
  await writeNewConsignments(
    filing,
    records.filter((_, at) => wanted[at]!.before === null)
  )
  await writeRevisedConsignments(filing, known)
  await forgetHistory(known.flatMap(({ id, state }) => (state === 'unusable' ? [id] : [])))
  await writeRevisions(
    filing,
    wanted.map(({ reported, before }, at) => ({
      ...pick(records[at]!),
      effect: before ? ('revised' as const) : ('created' as const),
      document: reported.consignment,
      provenance: toRows(reported.provenance),
      changes: changesSince(before && documents.get(before.revisionId), reported.consignment),
    }))
  )
  await writeNumbers(
    known.map(({ id }) => id),
    wanted.flatMap(({ reported }, at) =>
      consignmentNumbers(reported.consignment).map((number) => ({ id: records[at]!.id, ...number }))
    )
  )
  await writeTraces(
    known.map(({ id }) => id),
    records.flatMap(({ id }, at) => keys[at]!.traces.map((trace) => ({ id, ...trace })))
  )
  return records.map(({ id, revision_id, revision }, at) => ({
    consignmentId: id,
    revisionId: revision_id,
    revision,
    effect: wanted[at]!.before ? ('revised' as const) : ('created' as const),
    historical: filing.historical,
  }))
}

const recordOf = (
  { key, contentHash, reported, before }: ConsignmentToStore,
  { consignor, consignee, lane, chapters }: HistoryKeys,
  own: OwnPlaces
): ConsignmentRecord => ({
  id: before?.consignmentId ?? uuidv7(),
  key,
  revision: (before?.revision ?? 0) + 1,
  revision_id: uuidv7(),
  content_hash: contentHash,
  state: reported.usable ? 'filed' : 'unusable',
  ...summaryOf(reported.consignment, own),
  consignor_key: consignor,
  consignee_key: consignee,
  lane,
  chapters,
  flawed: reported.problems.some(({ severity }) => severity !== 'info'),
})

const pick = ({ id, revision, revision_id, content_hash }: ConsignmentRecord) => ({
  id,
  revision,
  revision_id,
  content_hash,
})

const changesSince = (document: Consignment | null | undefined, after: Consignment): FieldChange[] =>
  document ? fieldChanges(document, after) : []

async function documentsBefore(wanted: readonly ConsignmentToStore[]): Promise<Map<string, Consignment>> {
  const ids = wanted.flatMap(({ before }) => (before ? [before.revisionId] : []))
  if (ids.length === 0) return new Map()
  const found = await rows<{ id: string; document: Consignment }>(
    `select id, document from tenant.consignment_revisions where id = any(?::uuid[])`,
    [ids]
  )
  return new Map(found.map(({ id, document }) => [id, document]))
}
