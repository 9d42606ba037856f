import { rows } from '#platform/tenancy/database'

export interface CallDocument {
  id: string
  kind: string
  type: string
  activity: string | null
  reference: string | null
  state: 'current' | 'replaced' | 'cancelled'
  sender: string
  records: number
  crew: number | null
  passengers: number | null
  filedAt: Date
  receivedMessageId: string | null
}

/** What was reported of a call besides its manifests, the newest first; at most 100. */
export const listCallDocuments = (callId: string): Promise<CallDocument[]> =>
  rows(
    `select d.id, d.kind, d.type, d.activity, d.document_reference as reference, d.state, s.name as sender, d.records, d.crew, d.passengers,
            d.filed_at as "filedAt", m.received_message_id as "receivedMessageId"
       from tenant.reported_documents d
       join tenant.senders s on s.tenant_id = d.tenant_id and s.id = d.sender_id
       left join tenant.messages m on m.tenant_id = d.tenant_id and m.id = d.message_id
      where d.call_id = ?::uuid order by d.filed_at desc, d.id desc limit 100`,
    [callId]
  )
