import { execute } from '#platform/tenancy/database'
import { announceCallChanged } from './announce_call_changed.js'

/** Brings manifests and their consignments to a call; what was weighed without it is weighed again. */
export async function moveManifests(manifestIds: readonly string[], callId: string): Promise<void> {
  await execute(`update tenant.manifests set call_id = ?::uuid, changed_at = now() where id = any(?::uuid[])`, [
    callId,
    manifestIds,
  ])
  await execute(
    `update tenant.consignments set call_id = ?::uuid, changed_at = now() where manifest_id = any(?::uuid[])`,
    [callId, manifestIds]
  )
  await announceCallChanged({ manifestIds })
}
