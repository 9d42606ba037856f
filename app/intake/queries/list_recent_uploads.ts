import { rows } from '#platform/tenancy/database'
import type { StoredState } from '../shown_state.js'
import { receivedInScope } from './received_in_scope.js'

export interface RecentUpload {
  id: string
  fileName: string | null
  receivedAt: Date
  state: StoredState
  consignments: number
}

/** The last ten files that came by the upload page. */
export async function listRecentUploads(): Promise<RecentUpload[]> {
  const scope = receivedInScope()
  return rows<RecentUpload>(
    `select id, filename as "fileName", received_at as "receivedAt", state, consignments from tenant.received_messages r
      where channel = 'upload' and ${scope.sql} order by received_at desc, id desc limit 10`,
    scope.bindings
  )
}
