import { announce } from '#platform/events/announce'
import { rows } from '#platform/tenancy/database'
import type { RevisedConsignment } from '../events.js'

/** Says of the open consignments of a call whose containers a document reports that more is known of them. */
export async function announceReported(documentId: string, callId: string): Promise<void> {
  const revisions = await rows<RevisedConsignment>(
    `select c.id as "consignmentId", c.revision_id as "revisionId", c.revision, 'revised' as effect, c.historical
       from tenant.consignments c
      where c.call_id = ?::uuid and c.state = 'filed' and exists (
        select 1 from tenant.consignment_numbers n
          join tenant.reported_records r on r.document_id = ?::uuid and r.equipment = n.key
         where n.consignment_id = c.id and n.kind = 'equipment')
      order by c.id`,
    [callId, documentId]
  )
  if (revisions.length > 0) await announce('consignment:revised', { because: 'call_changed', revisions })
}
