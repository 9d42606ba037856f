import type { Instant } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { RevisedConsignment } from '../events.js'
import type { KnownConsignment } from '../plan_registration.js'
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
  const records = known.map((each) => ({
    id: each.consignmentId,
    revision: each.revision + 1,
    revision_id: uuidv7(),
    content_hash: each.contentHash,
    before: each.revisionId,
  }))
  const json = JSON.stringify(records)
  const columns = 'id uuid, revision integer, revision_id uuid, content_hash text, before uuid'
  await execute(
    `insert into tenant.consignment_revisions (tenant_id, id, consignment_id, revision, message_id, effect, filed_at, content_hash, document, provenance)
     select ?::uuid, r.revision_id, r.id, r.revision, ?::uuid, ?, ?::timestamptz, r.content_hash, b.document, b.provenance
       from json_to_recordset(?::json) as r(${columns}) join tenant.consignment_revisions b on b.id = r.before`,
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
