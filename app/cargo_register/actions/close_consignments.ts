import type { Consignment } from '#core/cargo/consignment'
import type { Instant } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { RevisedConsignment } from '../events.js'
import type { KnownConsignment } from '../plan_registration.js'
import type { ProvenanceRows } from '../provenance_rows.js'
import { forgetHistory } from './write_traces.js'

export interface Closing {
  messageId: string
  filedAt: Instant
  historical: boolean
  effect: 'removed' | 'cancelled'
}

/** Closes consignments with a last revision that repeats their document, so that nothing is forgotten. */
export async function closeConsignments(
  closing: Closing,
  known: readonly KnownConsignment[]
): Promise<RevisedConsignment[]> {
  if (known.length === 0) return []
  const tenantId = tenancy.current().administration.id
  const documents = await rows<{ id: string; document: Consignment; provenance: ProvenanceRows }>(
    `select id, document, provenance from tenant.consignment_revisions where id = any(?::uuid[])`,
    [known.map(({ revisionId }) => revisionId)]
  )
  const byId = new Map(documents.map((each) => [each.id, each]))
  const records = known.map((each) => ({
    id: each.consignmentId,
    revision: each.revision + 1,
    revision_id: uuidv7(),
    content_hash: each.contentHash,
    document: byId.get(each.revisionId)?.document,
    provenance: byId.get(each.revisionId)?.provenance,
  }))
  const json = JSON.stringify(records)
  const columns = 'id uuid, revision integer, revision_id uuid, content_hash text, document json, provenance json'
  await execute(
    `insert into tenant.consignment_revisions (tenant_id, id, consignment_id, revision, message_id, effect, filed_at, content_hash, document, provenance)
     select ?::uuid, r.revision_id, r.id, r.revision, ?::uuid, ?, ?::timestamptz, r.content_hash, r.document, r.provenance
       from json_to_recordset(?::json) as r(${columns})`,
    [tenantId, closing.messageId, closing.effect, new Date(closing.filedAt), json]
  )
  await execute(
    `update tenant.consignments c set state = ?, revision = r.revision, revision_id = r.revision_id, changed_at = now()
       from json_to_recordset(?::json) as r(${columns}) where c.id = r.id`,
    [closing.effect, json]
  )
  await forgetHistory(records.map(({ id }) => id))
  return records.map(({ id, revision, revision_id }) => ({
    consignmentId: id,
    revisionId: revision_id,
    revision,
    effect: closing.effect,
    historical: closing.historical,
  }))
}
