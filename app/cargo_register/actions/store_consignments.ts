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
import { packProvenance } from '../packed_provenance.js'
import type { KnownConsignment } from '../plan_registration.js'
import { summaryOf } from '../summary.js'
import { rememberParties } from './parties/remember_parties.js'
import { forgetHistory, writeTraces } from './write_traces.js'
import {
  writeNewConsignments,
  writeNumbers,
  writeRevisedConsignments,
  writeRevisions,
  type ConsignmentRecord,
  type NewConsignment,
} from './write_consignments.js'

/** Rows of the first statement: the database has soon something to write while the next are prepared. */
const FEWEST = 125
/** Rows of one statement: a few megabytes of JSON at most. */
const MOST = 500

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

/**
 * Writes new consignments and new revisions of known ones, in bulk. Returns them in the order given. While the
 * database writes some, the next are prepared.
 */
export async function storeConsignments(
  filing: Filing,
  wanted: readonly ConsignmentToStore[]
): Promise<RevisedConsignment[]> {
  const stored: RevisedConsignment[] = []
  let writing = Promise.resolve()
  for (let start = 0, size = FEWEST; start < wanted.length; start += size, size = Math.min(MOST, size * 2)) {
    const prepared = wanted.slice(start, start + size).map((each) => prepare(each, filing.own))
    await writing
    writing = write(filing, prepared)
    // What fails is told by the next wait; until then nobody is there to hear it.
    writing.catch(() => {})
    stored.push(...prepared.map((each) => revisedOf(filing, each)))
  }
  await writing
  return stored
}

interface Prepared extends NewConsignment {
  before: KnownConsignment | null
}

function prepare({ key, contentHash, reported, before }: ConsignmentToStore, own: OwnPlaces): Prepared {
  const { consignment } = reported
  const keys = historyKeys(consignment)
  const record = recordOf({ key, contentHash, reported, before }, keys, own)
  return {
    before,
    record,
    revision: {
      ...pick(record),
      effect: before ? 'revised' : 'created',
      document: consignment,
      provenance: packProvenance(reported.provenance),
      changes: [],
    },
    numbers: consignmentNumbers(consignment),
    traces: keys.traces,
  }
}

async function write(filing: Filing, prepared: readonly Prepared[]): Promise<void> {
  await writeNewConsignments(
    filing,
    prepared.filter(({ before }) => before === null)
  )
  await writeKnown(
    filing,
    prepared.filter(({ before }) => before !== null)
  )
  await rememberParties(
    prepared.map(({ revision }) => revision.document),
    filing.filedAt
  )
}

async function writeKnown(filing: Filing, prepared: readonly Prepared[]): Promise<void> {
  if (prepared.length === 0) return
  const ids = prepared.map(({ record }) => record.id)
  const documents = await documentsBefore(prepared)
  await writeRevisedConsignments(
    filing,
    prepared.map(({ record }) => record)
  )
  await forgetHistory(prepared.flatMap(({ record }) => (record.state === 'unusable' ? [record.id] : [])))
  await writeRevisions(
    filing,
    prepared.map(({ revision, before }) => ({
      ...revision,
      changes: changesSince(documents.get(before!.revisionId), revision.document),
    }))
  )
  await writeNumbers(
    ids,
    prepared.flatMap(({ record, numbers }) => numbers.map((number) => ({ id: record.id, ...number })))
  )
  await writeTraces(
    ids,
    prepared.flatMap(({ record, traces }) => traces.map((trace) => ({ id: record.id, ...trace })))
  )
}

const revisedOf = (filing: Filing, { record, before }: Prepared): RevisedConsignment => ({
  consignmentId: record.id,
  revisionId: record.revision_id,
  revision: record.revision,
  effect: before ? 'revised' : 'created',
  historical: filing.historical,
})

const recordOf = (
  { key, contentHash, reported, before }: ConsignmentToStore,
  { consignor, consignee, lane, chapters, value }: HistoryKeys,
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
  value,
  flawed: reported.problems.some(({ severity }) => severity !== 'info'),
})

const pick = ({ id, revision, revision_id, content_hash }: ConsignmentRecord) => ({
  id,
  revision,
  revision_id,
  content_hash,
})

const changesSince = (document: Consignment | undefined, after: Consignment): FieldChange[] =>
  document ? fieldChanges(document, after) : []

async function documentsBefore(known: readonly Prepared[]): Promise<Map<string, Consignment>> {
  const ids = known.flatMap(({ before }) => (before ? [before.revisionId] : []))
  const found = await rows<{ id: string; document: Consignment }>(
    `select id, document from tenant.consignment_revisions where id = any(?::uuid[])`,
    [ids]
  )
  return new Map(found.map(({ id, document }) => [id, document]))
}
