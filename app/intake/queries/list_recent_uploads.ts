import { rows } from '#platform/tenancy/database'
import type { StoredState } from '../shown_state.js'

export interface RecentUpload {
  id: string
  fileName: string | null
  receivedAt: Date
  state: StoredState
  consignments: number
}

/** The last ten files that came by the upload page. */
export async function listRecentUploads(): Promise<RecentUpload[]> {
  return rows<RecentUpload>(
    `select id, filename as "fileName", received_at as "receivedAt", state, consignments from tenant.received_messages
      where channel = 'upload' order by received_at desc, id desc limit 10`
  )
}
