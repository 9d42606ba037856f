import type { ReportedConsignment } from '#core/cargo/cargo_report'
import type { Consignment } from '#core/cargo/consignment'
import type { Instant } from '#core/kernel/instant'
import { partyKey } from '#core/matching/party_key'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { RevisedConsignment } from '../events.js'
import { fieldChanges } from '../field_changes.js'
import type { KnownConsignment } from '../plan_registration.js'
import { toRows } from '../provenance_rows.js'
import { consignmentNumbers } from '../consignment_numbers.js'
import { summaryOf } from '../summary.js'

/** Rows of one statement: a few megabytes of JSON at most. */
const CHUNK = 500

export interface Filing {
  messageId: string
  manifestId: string
  callId: string | null
  firstFiler: string
  filedAt: Instant
  historical: boolean
}

export interface ConsignmentToStore {
  key: string
  contentHash: string
  reported: ReportedConsignment
  /** `null` for one the manifest did not have. */
  before: KnownConsignment | null
}

/** Writes new consignments and new revisions of known ones, in bulk. Returns them in the order given. */
export async function storeConsignments(filing: Filing, wanted: readonly ConsignmentToStore[]): Promise<RevisedConsignment[]> {
  const stored: RevisedConsignment[] = []
  for (let start = 0; start < wanted.length; start += CHUNK) {
    stored.push(...(await storeChunk(filing, wanted.slice(start, start + CHUNK))))
  }
  return stored
}

async function storeChunk(filing: Filing, wanted: readonly ConsignmentToStore[]): Promise<RevisedConsignment[]> {
  const documents = await documentsBefore(wanted)
  const records = wanted.map(({ key, contentHash, reported, before }) => ({
    id: before?.consignmentId ?? uuidv7(),
    key,
    fresh: before === null,
    revision: (before?.revision ?? 0) + 1,
    revision_id: uuidv7(),
    content_hash: contentHash,
    state: reported.usable ? 'filed' : 'unusable',
    document: reported.consignment,
    provenance: toRows(reported.provenance),
    changes: before ? changesSince(documents.get(before.revisionId), reported.consignment) : [],
    ...summaryOf(reported.consignment),
    consignor_key: keyOf(reported.consignment, 'consignor'),
    consignee_key: keyOf(reported.consignment, 'consignee'),
    numbers: consignmentNumbers(reported.consignment),
  }))
  const json = JSON.stringify(records)
  await writeConsignments(filing, json)
  await writeRevisions(filing, json)
  await writeLookups(json, records.some(({ fresh }) => !fresh))
  return records.map(({ id, revision_id, revision, fresh }) => ({
    consignmentId: id,
    revisionId: revision_id,
    revision,
    effect: fresh ? ('created' as const) : ('revised' as const),
    historical: filing.historical,
  }))
}

const keyOf = (consignment: Consignment, role: 'consignor' | 'consignee'): string | null => {
  const party = consignment.parties.find((each) => each.role === role)
  return party ? partyKey(party) : null
}

const changesSince = (document: Consignment | undefined, after: Consignment) => (document ? fieldChanges(document, after) : [])

async function documentsBefore(wanted: readonly ConsignmentToStore[]): Promise<Map<string, Consignment>> {
  const ids = wanted.flatMap(({ before }) => (before ? [before.revisionId] : []))
  if (ids.length === 0) return new Map()
  const found = await rows<{ id: string; document: Consignment }>(
    `select id, document from tenant.consignment_revisions where id = any(?::uuid[])`,
    [ids]
  )
  return new Map(found.map(({ id, document }) => [id, document]))
}

const tenantId = () => tenancy.current().administration.id

async function writeConsignments(filing: Filing, json: string): Promise<void> {
  const columns = `id uuid, key text, fresh boolean, revision integer, revision_id uuid, content_hash text, state text,
    level text, reference text, master_reference text, nature text, description text, packages bigint,
    gross_weight_kg double precision, consignor_name text, consignee_name text, loading_port text, discharge_port text,
    equipment_summary jsonb`
  const filedAt = new Date(filing.filedAt)
  await execute(
    `insert into tenant.consignments (tenant_id, id, manifest_id, call_id, level, reference, master_reference, nature, state,
       revision, revision_id, content_hash, historical, first_filer, first_registered_at, description, packages, gross_weight_kg,
       consignor_name, consignee_name, loading_port, discharge_port, equipment_summary)
     select ?::uuid, r.id, ?::uuid, ?::uuid, r.level, r.reference, r.master_reference, r.nature, r.state,
       r.revision, r.revision_id, r.content_hash, ?::boolean, ?, ?::timestamptz, r.description, r.packages, r.gross_weight_kg,
       r.consignor_name, r.consignee_name, r.loading_port, r.discharge_port, r.equipment_summary
       from json_to_recordset(?::json) as r(${columns}) where r.fresh`,
    [tenantId(), filing.manifestId, filing.callId, filing.historical, filing.firstFiler, filedAt, json]
  )
  await execute(
    `insert into tenant.consignment_keys (tenant_id, manifest_id, key, consignment_id, first_filer, first_registered_at)
     select ?::uuid, ?::uuid, r.key, r.id, ?, ?::timestamptz
       from json_to_recordset(?::json) as r(id uuid, key text, fresh boolean) where r.fresh`,
    [tenantId(), filing.manifestId, filing.firstFiler, filedAt, json]
  )
  await execute(
    `update tenant.consignments c set revision = r.revision, revision_id = r.revision_id, content_hash = r.content_hash,
       state = r.state, level = r.level, reference = r.reference, master_reference = r.master_reference, nature = r.nature,
       description = r.description, packages = r.packages, gross_weight_kg = r.gross_weight_kg, consignor_name = r.consignor_name,
       consignee_name = r.consignee_name, loading_port = r.loading_port, discharge_port = r.discharge_port,
       equipment_summary = r.equipment_summary, changed_at = now()
       from json_to_recordset(?::json) as r(${columns}) where not r.fresh and c.id = r.id`,
    [json]
  )
}

async function writeRevisions(filing: Filing, json: string): Promise<void> {
  await execute(
    `insert into tenant.consignment_revisions (tenant_id, id, consignment_id, revision, message_id, effect, filed_at,
       content_hash, document, provenance, changes)
     select ?::uuid, r.revision_id, r.id, r.revision, ?::uuid, case when r.fresh then 'created' else 'revised' end, ?::timestamptz,
       r.content_hash, r.document, r.provenance, r.changes
       from json_to_recordset(?::json) as r(id uuid, fresh boolean, revision integer, revision_id uuid, content_hash text,
         document json, provenance json, changes jsonb)`,
    [tenantId(), filing.messageId, new Date(filing.filedAt), json]
  )
}

/** Numbers people search for, and the parties history is counted by; rewritten whole for what is not new. */
async function writeLookups(json: string, replacing: boolean): Promise<void> {
  if (replacing) {
    await execute(
      `delete from tenant.consignment_numbers n using json_to_recordset(?::json) as r(id uuid, fresh boolean)
        where not r.fresh and n.consignment_id = r.id`,
      [json]
    )
  }
  await execute(
    `insert into tenant.consignment_numbers (tenant_id, consignment_id, kind, key)
     select ?::uuid, r.id, n.kind, n.key from json_to_recordset(?::json) as r(id uuid, numbers json),
       json_to_recordset(r.numbers) as n(kind text, key text)`,
    [tenantId(), json]
  )
  await execute(
    `insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at)
     select ?::uuid, r.id, r.consignor_key, r.consignee_key, c.first_registered_at
       from json_to_recordset(?::json) as r(id uuid, state text, consignor_key text, consignee_key text)
       join tenant.consignments c on c.id = r.id where r.state = 'filed'
     on conflict (tenant_id, consignment_id) do update
       set consignor_key = excluded.consignor_key, consignee_key = excluded.consignee_key`,
    [tenantId(), json]
  )
}
