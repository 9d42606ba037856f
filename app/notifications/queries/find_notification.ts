import { firstRow } from '#platform/tenancy/database'
import type { NotificationLine } from './list_notifications.js'

/** A line of this officer by its newest notification; `null` for anybody else's. */
export const findNotification = (officerId: string, id: string): Promise<NotificationLine | null> =>
  firstRow<NotificationLine>(
    `select x.id, x.kind, x.thread_id as "threadId", x.subject_id as "subjectId", x.band, x.port, x.berth_at as "berthAt",
        x.created_at as at, x.read_at as "readAt",
        (select sum(n.count)::int from tenant.notifications n where n.officer_id = x.officer_id and n.kind = x.kind
            and n.thread_id = x.thread_id and n.in_app and n.read_at is not distinct from x.read_at) as count
       from tenant.notifications x where x.id = ? and x.officer_id = ? and x.in_app`,
    [id, officerId]
  )
