import type { Consignment } from '#core/cargo/consignment'
import type { Trace } from '#core/matching/history_keys'
import { arrayText } from '#platform/database/array_text'
import { slicesOf } from '#platform/database/slices'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { ConsignmentNumber } from '../consignment_numbers.js'
import type { FieldChange } from '../field_changes.js'
import type { ConsignmentSummary } from '../summary.js'
import type { Filing } from './store_consignments.js'

/** A consignment as its row: what lists show, and by what history counts its parties. */
export interface ConsignmentRecord extends ConsignmentSummary {
  id: string
  key: string
  revision: number
  revision_id: string
  content_hash: string
  state: 'filed' | 'unusable'
  consignor_key: string | null
  consignee_key: string | null
  lane: string | null
  chapters: readonly string[]
  /** What the goods are worth, for history. */
  value: string | null
  /** It has a Problem that is more than a remark. */
  flawed: boolean
}

export interface RevisionRecord {
  id: string
  revision: number
  revision_id: string
  content_hash: string
  effect: 'created' | 'revised'
  document: Consignment
  /** Packed. */
  provenance: Buffer
  changes: FieldChange[]
}

export interface NewConsignment {
  record: ConsignmentRecord
  revision: RevisionRecord
  numbers: readonly ConsignmentNumber[]
  traces: readonly Trace[]
}

/** One array a column; a list within a row is written as its text. */
const NAMES = `id, key, revision, revision_id, content_hash, state, level, reference, master_reference, nature, nature_because, description, packages, gross_weight_kg, consignor_name, consignee_name, loading_port, discharge_port, equipment_summary, consignor_key, consignee_key, lane, chapters, flawed, value`
const ARRAYS = `?::uuid[], ?::text[], ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::double precision[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[]`
const COLUMNS = NAMES.split(', ') as (keyof ConsignmentRecord)[]

const arraysOf = (records: readonly ConsignmentRecord[]): unknown[][] =>
  COLUMNS.map((name) =>
    records.map((record) => {
      if (name === 'equipment_summary') return JSON.stringify(record[name])
      return name === 'chapters' ? arrayText(record[name]) : record[name]
    })
  )

const tenantId = () => tenancy.current().administration.id

/**
 * All rows of consignments the manifest did not have, in one statement: the next consignments are prepared while the
 * database is at these, and a message of one consignment makes one round trip.
 */
export async function writeNewConsignments(filing: Filing, all: readonly NewConsignment[]): Promise<void> {
  if (all.length === 0) return
  const revisions = revisionArrays(all.map(({ revision }) => revision))
  const numbers = all.flatMap(({ record, numbers: own }) => own.map((number) => ({ id: record.id, ...number })))
  const traces = all.flatMap(({ record, traces: own }) =>
    record.state === 'filed' ? own.map((trace) => ({ id: record.id, ...trace })) : []
  )
  await execute(
    `with f as materialized (select ?::uuid as tenant_id, ?::uuid as manifest_id, ?::uuid as call_id, ?::boolean as historical, ?::text as first_filer,
         ?::timestamptz as filed_at, ?::uuid as sender_id, ?::uuid as message_id),
       r as materialized (select * from f, unnest(${ARRAYS}) as x(${NAMES})),
       c as (insert into tenant.consignments (tenant_id, id, manifest_id, call_id, level, reference, master_reference, nature, nature_because, state,
           revision, revision_id, content_hash, historical, first_filer, first_registered_at, description, packages, gross_weight_kg,
           consignor_name, consignee_name, loading_port, discharge_port, equipment_summary)
         select tenant_id, id, manifest_id, call_id, level, reference, master_reference, nature, nature_because, state, revision, revision_id,
           content_hash, historical, first_filer, filed_at, description, packages, gross_weight_kg, consignor_name, consignee_name,
           loading_port, discharge_port, equipment_summary::jsonb from r),
       k as (insert into tenant.consignment_keys (tenant_id, manifest_id, key, consignment_id, first_filer, first_registered_at)
         select tenant_id, manifest_id, key, id, first_filer, filed_at from r),
       h as (insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, flawed, value)
         select tenant_id, id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters::text[], flawed, value from r where state = 'filed'),
       n as (insert into tenant.consignment_numbers (tenant_id, consignment_id, kind, key)
         select f.tenant_id, n.id, n.kind, n.key from f, unnest(?::uuid[], ?::text[], ?::text[]) as n(id, kind, key)),
       t as (insert into tenant.history_traces (tenant_id, kind, key, other, seen_at, consignment_id)
         select f.tenant_id, t.kind, t.key, t.other, f.filed_at, t.id from f, unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as t(id, kind, key, other))
     ${INSERT_REVISIONS}`,
    [
      tenantId(),
      filing.manifestId,
      filing.callId,
      filing.historical,
      filing.firstFiler,
      new Date(filing.filedAt),
      filing.sender.id,
      filing.messageId,
      ...arraysOf(all.map(({ record }) => record)),
      numbers.map(({ id }) => id),
      numbers.map(({ kind }) => kind),
      numbers.map(({ key }) => key),
      traces.map(({ id }) => id),
      traces.map(({ kind }) => kind),
      traces.map(({ key }) => key),
      traces.map(({ other }) => other),
      ...revisions,
    ]
  )
}

/** Row and history of consignments that have a new revision; who filed first, and when, stays. */
export async function writeRevisedConsignments(filing: Filing, records: readonly ConsignmentRecord[]): Promise<void> {
  if (records.length === 0) return
  await execute(
    `with r as materialized (select * from unnest(${ARRAYS}) as x(${NAMES})),
       c as (update tenant.consignments c set revision = r.revision, revision_id = r.revision_id, content_hash = r.content_hash,
           state = r.state, level = r.level, reference = r.reference, master_reference = r.master_reference, nature = r.nature, nature_because = r.nature_because,
           description = r.description, packages = r.packages, gross_weight_kg = r.gross_weight_kg, consignor_name = r.consignor_name,
           consignee_name = r.consignee_name, loading_port = r.loading_port, discharge_port = r.discharge_port,
           equipment_summary = r.equipment_summary::jsonb, changed_at = now()
         from r where c.id = r.id returning c.tenant_id, c.id, c.first_registered_at, r.state, r.consignor_key, r.consignee_key,
           r.lane, r.chapters::text[] as chapters, r.flawed, r.value)
     insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, flawed, value)
     select tenant_id, id, consignor_key, consignee_key, first_registered_at, lane, ?::uuid, chapters, flawed, value from c where state = 'filed'
     on conflict (tenant_id, consignment_id) do update set consignor_key = excluded.consignor_key, consignee_key = excluded.consignee_key,
       lane = excluded.lane, chapters = excluded.chapters, flawed = excluded.flawed, value = excluded.value`,
    [...arraysOf(records), filing.sender.id]
  )
}

export async function writeRevisions(filing: Filing, records: readonly RevisionRecord[]): Promise<void> {
  if (records.length === 0) return
  await execute(
    `with f as (select ?::uuid as tenant_id, ?::timestamptz as filed_at, ?::uuid as message_id) ${INSERT_REVISIONS}`,
    [tenantId(), new Date(filing.filedAt), filing.messageId, ...revisionArrays(records)]
  )
}

/** Of what `f` says of their filing. */
const INSERT_REVISIONS = `insert into tenant.consignment_revisions (tenant_id, id, consignment_id, revision, message_id, effect, filed_at,
    content_hash, document, provenance, changes)
  select f.tenant_id, v.revision_id, v.id, v.revision, f.message_id, v.effect, f.filed_at, v.content_hash,
         convert_from(substring(b.documents from v.document_at for v.document_length), 'UTF8')::json,
         substring(b.provenance from v.provenance_at for v.provenance_length), v.changes::jsonb
    from f, (select ?::bytea as documents, ?::bytea as provenance) b,
         unnest(?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])
           as v(id, revision_id, revision, effect, content_hash, changes, document_at, document_length, provenance_at, provenance_length)`

function revisionArrays(records: readonly RevisionRecord[]): unknown[] {
  const documents = slicesOf(records.map(({ document }) => Buffer.from(JSON.stringify(document))))
  const provenance = slicesOf(records.map((each) => each.provenance))
  return [
    documents.all,
    provenance.all,
    records.map(({ id }) => id),
    records.map(({ revision_id }) => revision_id),
    records.map(({ revision }) => revision),
    records.map(({ effect }) => effect),
    records.map(({ content_hash }) => content_hash),
    records.map(({ changes }) => JSON.stringify(changes)),
    documents.at,
    documents.length,
    provenance.at,
    provenance.length,
  ]
}

/** Numbers people search for; `rewritten` are consignments whose earlier numbers go. */
export async function writeNumbers(
  rewritten: readonly string[],
  numbers: readonly ({ id: string } & ConsignmentNumber)[]
): Promise<void> {
  if (rewritten.length > 0)
    await execute(`delete from tenant.consignment_numbers where consignment_id = any(?::uuid[])`, [rewritten])
  if (numbers.length === 0) return
  await execute(
    `insert into tenant.consignment_numbers (tenant_id, consignment_id, kind, key)
     select ?::uuid, n.id, n.kind, n.key from unnest(?::uuid[], ?::text[], ?::text[]) as n(id, kind, key)`,
    [tenantId(), numbers.map(({ id }) => id), numbers.map(({ kind }) => kind), numbers.map(({ key }) => key)]
  )
}
