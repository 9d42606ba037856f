import { tellOfficer } from '#platform/live/notify'
import { execute, unitOfWork } from '#platform/tenancy/database'

/**
 * Marks lines of an officer as read, named by their newest notification: what came since stays
 * unread. Without names, all of them.
 */
export async function markRead(officerId: string, newest: readonly string[] | null): Promise<void> {
  await unitOfWork(async () => {
    const marked =
      newest === null
        ? await execute(
            `update tenant.notifications set read_at = now() where officer_id = ? and in_app and read_at is null`,
            [officerId]
          )
        : await execute(
            `update tenant.notifications n set read_at = now() from tenant.notifications x
              where x.id = any (?::uuid[]) and x.officer_id = ? and n.officer_id = x.officer_id and n.kind = x.kind
                and n.thread_id = x.thread_id and n.in_app and n.read_at is null and n.created_at <= x.created_at`,
            [`{${newest.join(',')}}`, officerId]
          )
    // Other pages of this officer count along.
    if (marked > 0) await tellOfficer(officerId)
  })
}
