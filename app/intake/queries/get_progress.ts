import { consignmentInScope } from '#app/cargo_register/published'
import { firstRow } from '#platform/tenancy/database'

export interface Progress {
  /** Consignments whose revision by this message is in the register. */
  stored: number
  /** Of those, weighed since. */
  assessed: number
  /** Of those, to be weighed: usable, open and not history. */
  of: number
  alerts: number
}

/** How far the consignments of a received message have come through the rooms behind intake. */
export async function getProgress(receivedMessageId: string): Promise<Progress> {
  const scope = consignmentInScope()
  const progress = await firstRow<Progress>(
    `select count(distinct c.id)::int as stored,
       (count(distinct c.id) filter (where c.state = 'filed' and not c.historical))::int as of,
       (count(distinct c.id) filter (where c.state = 'filed' and not c.historical and s.revision >= r.revision))::int as assessed,
       count(distinct a.id)::int as alerts
       from tenant.messages m
       join tenant.consignment_revisions r on r.message_id = m.id
       join tenant.consignments c on c.id = r.consignment_id
       left join tenant.standings s on s.consignment_id = c.id
       left join tenant.alerts a on a.consignment_id = c.id
      where m.received_message_id = ?::uuid and ${scope.sql}`,
    [receivedMessageId, ...scope.bindings]
  )
  return progress!
}
