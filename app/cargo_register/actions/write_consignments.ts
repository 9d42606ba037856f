import type { Consignment } from '#core/cargo/consignment'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { ConsignmentNumber } from '../consignment_numbers.js'
import type { FieldChange } from '../field_changes.js'
import type { ProvenanceRows } from '../provenance_rows.js'
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
  provenance: ProvenanceRows
  changes: FieldChange[]
}

const COLUMNS = `id uuid, key text, revision integer, revision_id uuid, content_hash text, state text, level text, reference text,
  master_reference text, nature text, nature_because text, description text, packages bigint, gross_weight_kg double precision, consignor_name text,
  consignee_name text, loading_port text, discharge_port text, equipment_summary jsonb, consignor_key text, consignee_key text,
  lane text, chapters text[], flawed boolean`

const tenantId = () => tenancy.current().administration.id

/** Row, key and history of consignments the manifest did not have; one statement, the JSON is read once. */
export async function writeNewConsignments(filing: Filing, records: readonly ConsignmentRecord[]): Promise<void> {
  if (records.length === 0) return
  const filedAt = new Date(filing.filedAt)
  await execute(
    `with f as (select ?::uuid as tenant_id, ?::uuid as manifest_id, ?::uuid as call_id, ?::boolean as historical, ?::text as first_filer,
         ?::timestamptz as filed_at, ?::uuid as sender_id),
       r as materialized (select * from f, json_to_recordset(?::json) as x(${COLUMNS})),
       c as (insert into tenant.consignments (tenant_id, id, manifest_id, call_id, level, reference, master_reference, nature, nature_because, state,
           revision, revision_id, content_hash, historical, first_filer, first_registered_at, description, packages, gross_weight_kg,
           consignor_name, consignee_name, loading_port, discharge_port, equipment_summary)
         select tenant_id, id, manifest_id, call_id, level, reference, master_reference, nature, nature_because, state, revision, revision_id,
           content_hash, historical, first_filer, filed_at, description, packages, gross_weight_kg, consignor_name, consignee_name,
           loading_port, discharge_port, equipment_summary from r),
       k as (insert into tenant.consignment_keys (tenant_id, manifest_id, key, consignment_id, first_filer, first_registered_at)
         select tenant_id, manifest_id, key, id, first_filer, filed_at from r)
     insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, flawed)
     select tenant_id, id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, flawed from r where state = 'filed'`,
    [
      tenantId(),
      filing.manifestId,
      filing.callId,
      filing.historical,
      filing.firstFiler,
      filedAt,
      filing.sender.id,
      JSON.stringify(records),
    ]
  )
}

/** Row and history of consignments that have a new revision; who filed first, and when, stays. */
export async function writeRevisedConsignments(filing: Filing, records: readonly ConsignmentRecord[]): Promise<void> {
  if (records.length === 0) return
  await execute(
    `with r as materialized (select * from json_to_recordset(?::json) as x(${COLUMNS})),
       c as (update tenant.consignments c set revision = r.revision, revision_id = r.revision_id, content_hash = r.content_hash,
           state = r.state, level = r.level, reference = r.reference, master_reference = r.master_reference, nature = r.nature, nature_because = r.nature_because,
           description = r.description, packages = r.packages, gross_weight_kg = r.gross_weight_kg, consignor_name = r.consignor_name,
           consignee_name = r.consignee_name, loading_port = r.loading_port, discharge_port = r.discharge_port,
           equipment_summary = r.equipment_summary, changed_at = now()
         from r where c.id = r.id returning c.tenant_id, c.id, c.first_registered_at, r.state, r.consignor_key, r.consignee_key,
           r.lane, r.chapters, r.flawed)
     insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, flawed)
     select tenant_id, id, consignor_key, consignee_key, first_registered_at, lane, ?::uuid, chapters, flawed from c where state = 'filed'
     on conflict (tenant_id, consignment_id) do update set consignor_key = excluded.consignor_key, consignee_key = excluded.consignee_key,
       lane = excluded.lane, chapters = excluded.chapters, flawed = excluded.flawed`,
    [JSON.stringify(records), filing.sender.id]
  )
}

export async function writeRevisions(filing: Filing, records: readonly RevisionRecord[]): Promise<void> {
  if (records.length === 0) return
  await execute(
    `insert into tenant.consignment_revisions (tenant_id, id, consignment_id, revision, message_id, effect, filed_at,
       content_hash, document, provenance, changes)
     select ?::uuid, r.revision_id, r.id, r.revision, ?::uuid, r.effect, ?::timestamptz, r.content_hash, r.document, r.provenance, r.changes
       from json_to_recordset(?::json) as r(id uuid, revision integer, revision_id uuid, content_hash text, effect text,
         document json, provenance json, changes jsonb)`,
    [tenantId(), filing.messageId, new Date(filing.filedAt), JSON.stringify(records)]
  )
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
