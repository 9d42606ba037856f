import { firstRow } from '#platform/tenancy/database'
import { erasureOf, type Erasure } from '#platform/retention/erasure'
import { HOLDS_TRAVELLERS, type HoldsTravellers } from '../holds_travellers.js'
import type { StoredState } from '../shown_state.js'
import { receivedInScope } from './received_in_scope.js'

export interface ReceivedMessage {
  id: string
  receipt: string
  receivedAt: Date
  channel: string
  senderId: string | null
  sender: string | null
  /** Connected system whose token sent it. */
  systemId: string | null
  fileName: string | null
  bytes: number
  sha256: string
  blob: string
  format: string | null
  charset: string | null
  state: StoredState
  holdsTravellers: HoldsTravellers
  /** The bytes are no longer kept. */
  erased: Erasure | null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A received message with its sender's name, or `null`: for an officer also when it is other units' alone. */
export async function getReceivedMessage(id: string): Promise<ReceivedMessage | null> {
  if (!UUID.test(id)) return null
  const scope = receivedInScope()
  const row = await firstRow<Omit<ReceivedMessage, 'erased'> & { erased_at: Date | null; erased_rule: string | null }>(
    `select r.id, r.receipt, r.received_at as "receivedAt", r.channel, r.sender_id as "senderId", s.name as sender,
       (select t.system_id from tenant.api_tokens t where t.id = r.submitted_by) as "systemId",
       r.filename as "fileName", r.size_bytes::float8 as bytes, r.sha256, r.blob, r.format, r.charset, r.state,
       ${HOLDS_TRAVELLERS} as "holdsTravellers", r.erased_at, r.erased_rule
       from tenant.received_messages r left join tenant.senders s on s.id = r.sender_id where r.id = ?::uuid and ${scope.sql}`,
    [id, ...scope.bindings]
  )
  if (!row) return null
  const { erased_at: at, erased_rule: rule, ...message } = row
  return { ...message, erased: erasureOf({ erased_at: at, erased_rule: rule }) }
}
