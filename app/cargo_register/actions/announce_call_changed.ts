import { announce } from '#platform/events/announce'
import { rows } from '#platform/tenancy/database'
import type { RevisedConsignment } from '../events.js'

/** Says of every open consignment of a call, or of some manifests, that its arrival is another one now. */
export async function announceCallChanged(of: { callId: string } | { manifestIds: readonly string[] }): Promise<void> {
  const [condition, value] =
    'callId' in of ? ['call_id = ?::uuid', of.callId] : ['manifest_id = any(?::uuid[])', of.manifestIds]
  const revisions = await rows<RevisedConsignment>(
    `select id as "consignmentId", revision_id as "revisionId", revision, 'revised' as effect, historical
       from tenant.consignments where ${condition} and state = 'filed' order by id`,
    [value]
  )
  if (revisions.length > 0) await announce('consignment:revised', { because: 'call_changed', revisions })
}
