import { rows } from '#platform/tenancy/database'

export interface MessageOfReceived {
  id: string
  position: number
  type: string | null
  version: string | null
  profile: string | null
  function: string | null
  reference: string | null
  conveyance: string | null
  state: 'registered' | 'status_only' | 'quarantined' | 'rejected'
  effect: string | null
  segments: number
  consignments: number
  usable: number
  equipment: number
  manifestId: string | null
  callId: string | null
}

/** The Messages of a received message in order; at most 500. */
export async function listMessagesOf(receivedMessageId: string): Promise<MessageOfReceived[]> {
  return rows<MessageOfReceived>(
    `select m.id, m.position, m.type, m.version, m.profile, m.function, coalesce(m.document_reference, m.control_reference) as reference,
       m.conveyance, m.state, m.effect, m.segments, m.consignments, m.usable, m.equipment, m.manifest_id as "manifestId",
       coalesce(f.call_id, m.call_id) as "callId"
       from tenant.messages m left join tenant.manifests f on f.id = m.manifest_id
      where m.received_message_id = ?::uuid order by m.position, m.id limit 500`,
    [receivedMessageId]
  )
}
