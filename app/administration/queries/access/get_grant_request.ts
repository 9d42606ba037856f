import { firstRow } from '#platform/tenancy/database'
import type { AccessChange } from '../../access/change.js'

export interface GrantRequest {
  id: string
  change: AccessChange
  contentHash: string
  state: string
  requestedBy: string
}

/** A request, held until the unit ends: it is decided once. */
export const holdGrantRequest = (id: string): Promise<GrantRequest | null> =>
  firstRow<GrantRequest>(
    `select id, change, content_hash as "contentHash", state, requested_by as "requestedBy"
       from tenant.grant_requests where id = ? for update`,
    [id]
  )
