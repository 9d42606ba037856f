import { consignmentInScope } from '#app/cargo_register/published'
import { rows } from '#platform/tenancy/database'

export interface ConsignmentOfReceived {
  id: string
  reference: string | null
  usable: boolean
}

/** Consignments that a received message brought or changed, in order of registration; at most 500. */
export async function listConsignmentsOfReceived(receivedMessageId: string): Promise<ConsignmentOfReceived[]> {
  const scope = consignmentInScope()
  return rows<ConsignmentOfReceived>(
    `select c.id, c.reference, c.state <> 'unusable' as usable
       from tenant.messages m
       join tenant.consignment_revisions r on r.message_id = m.id
       join tenant.consignments c on c.id = r.consignment_id
      where m.received_message_id = ?::uuid and ${scope.sql} order by r.id limit 500`,
    [receivedMessageId, ...scope.bindings]
  )
}
