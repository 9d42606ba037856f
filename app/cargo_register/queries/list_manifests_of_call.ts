import { rows } from '#platform/tenancy/database'

export interface ManifestLine {
  id: string
  reference: string | null
  /** Code of the sender. */
  sender: string
  state: 'filed' | 'cancelled'
  consignments: number
  declaredConsignments: number | null
  firstFiledAt: Date
  lastFiledAt: Date
  /** The Message that filed or changed it last, and the received message that one came in. */
  messageId: string
  receivedMessageId: string | null
}

/** Manifests of a call (`null`: those whose arrival is unknown), in order of filing; at most 200. */
export async function listManifestsOfCall(callId: string | null): Promise<ManifestLine[]> {
  return rows<ManifestLine>(
    `select m.id, m.document_reference as reference, s.code as sender, m.state, c.consignments,
       m.declared_consignments as "declaredConsignments", m.first_filed_at as "firstFiledAt", m.last_filed_at as "lastFiledAt",
       m.last_message_id as "messageId", x.received_message_id as "receivedMessageId"
       from tenant.manifests m join tenant.senders s on s.id = m.sender_id
       left join tenant.messages x on x.id = m.last_message_id
       cross join lateral (select count(*)::int as consignments from tenant.consignments where manifest_id = m.id and state = 'filed') c
      where m.call_id is not distinct from ?::uuid
      order by m.first_filed_at desc, m.id limit 200`,
    [callId]
  )
}
