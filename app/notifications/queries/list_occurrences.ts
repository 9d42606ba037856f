import { rows } from '#platform/tenancy/database'
import type { Occurrence } from '../preview.js'

/** Everything that concerned an officer in this time, told or not, oldest first; at most 20,000 rows. */
export const listOccurrences = (officerId: string, from: Date, until: Date): Promise<Occurrence[]> =>
  rows<Occurrence>(
    `select kind, count, band, port, berth_at as "berthAt", created_at as at from tenant.notifications
      where officer_id = ? and created_at >= ? and created_at < ? order by created_at, id limit 20000`,
    [officerId, from, until]
  )
