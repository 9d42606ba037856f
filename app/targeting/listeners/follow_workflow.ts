import type { RoomEvents } from '#platform/events/announce'
import { execute } from '#platform/tenancy/database'

/** Open alerts go over to the workflow that was published, where whoever published it asked for that. */
export async function alertsFollowWorkflow({
  subject,
  revision,
  moves,
}: RoomEvents['workflow:published']): Promise<void> {
  if (subject !== 'alert' || moves === null) return
  await execute(
    `update tenant.alerts set workflow_revision = ?, version = version + 1,
            step = case when jsonb_exists(?::jsonb, step) then ?::jsonb ->> step else step end
      where state in ('new', 'claimed')`,
    [revision, JSON.stringify(moves), JSON.stringify(moves)]
  )
}
