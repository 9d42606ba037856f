import type { Instant } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export type CallEventKind =
  'call_registered' | 'eta_change' | 'arrival' | 'departure' | 'manifest_filed' | 'manifest_amended'

export interface CallEventTold {
  kind: CallEventKind
  /** What the event says (the new ETA, the arrival); `null` when it says no time. */
  at: Instant | null
  previousAt: Instant | null
  source: 'message' | 'page' | 'file' | 'api'
  note: string | null
  recordedBy: string | null
  messageId: string | null
}

/** One line in the log of a call; nothing is ever taken out of it. */
export async function addCallEvent(callId: string, event: CallEventTold): Promise<void> {
  const date = (instant: Instant | null) => (instant === null ? null : new Date(instant))
  await execute(
    `insert into tenant.call_events (tenant_id, id, call_id, kind, at, previous_at, source, note, recorded_by, message_id)
     values (?::uuid, ?::uuid, ?::uuid, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::uuid, ?::uuid)`,
    [
      tenancy.current().administration.id,
      uuidv7(),
      callId,
      event.kind,
      date(event.at),
      date(event.previousAt),
      event.source,
      event.note,
      event.recordedBy,
      event.messageId,
    ]
  )
}
