import { rows } from '#platform/tenancy/database'
import type { RevisionEffect } from '../events.js'
import type { FieldChange } from '../field_changes.js'

export interface RevisionLine {
  id: string
  revision: number
  effect: RevisionEffect
  messageId: string
  filedAt: Date
  registeredAt: Date
  changes: FieldChange[]
}

/** Every revision of a consignment with what it changed, the newest first; at most 200. */
export async function revisionsOfConsignment(consignmentId: string): Promise<RevisionLine[]> {
  return rows<RevisionLine>(
    `select id, revision, effect, message_id as "messageId", filed_at as "filedAt", registered_at as "registeredAt", changes
       from tenant.consignment_revisions where consignment_id = ?::uuid order by revision desc limit 200`,
    [consignmentId]
  )
}
