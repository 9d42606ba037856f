import { rows } from '#platform/tenancy/database'

/** What is older is no longer shown. */
const SHOWN_DAYS = 90

/** One line: everything of one kind about one thread that is unread, or was read together. */
export interface NotificationLine {
  /** The newest notification of the line. */
  id: string
  kind: string
  threadId: string
  subjectId: string
  count: number
  band: string | null
  port: string | null
  berthAt: Date | null
  at: Date
  readAt: Date | null
}

export interface NotificationPage {
  lines: NotificationLine[]
  total: number
  unread: number
}

/** An officer's lines, newest first. */
export async function listNotifications(
  officerId: string,
  { unread, page, size }: { unread: boolean; page: number; size: number }
): Promise<NotificationPage> {
  const lines = await rows<NotificationLine & { total: number }>(
    `select (array_agg(id order by created_at desc, id desc))[1] as id, kind, thread_id as "threadId",
        (array_agg(subject_id order by created_at desc, id desc))[1] as "subjectId", sum(count)::int as count,
        (array_agg(band order by array_position('{high,medium,unknown,low}'::text[], band)))[1] as band,
        min(port) as port, max(berth_at) as "berthAt", max(created_at) as at, read_at as "readAt", (count(*) over ())::int as total
       from tenant.notifications
      where officer_id = ? and in_app and created_at > now() - make_interval(days => ?) and (not ?::boolean or read_at is null)
      group by kind, thread_id, read_at
      order by at desc, id desc limit ? offset ?`,
    [officerId, SHOWN_DAYS, unread, size, (page - 1) * size]
  )
  return { lines, total: lines[0]?.total ?? 0, unread: await countUnread(officerId) }
}

async function countUnread(officerId: string): Promise<number> {
  const [counted] = await rows<{ unread: number }>(
    `select count(distinct (kind, thread_id))::int as unread from tenant.notifications
      where officer_id = ? and in_app and read_at is null and created_at > now() - make_interval(days => ?)`,
    [officerId, SHOWN_DAYS]
  )
  return counted!.unread
}
