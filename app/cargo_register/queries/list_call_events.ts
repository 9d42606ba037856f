import { rows } from '#platform/tenancy/database'

export interface CallEventLine {
  id: string
  kind: string
  at: Date | null
  previousAt: Date | null
  source: string
  /** Name of the officer who recorded it. */
  by: string | null
  note: string | null
  messageId: string | null
  recordedAt: Date
}

/** The log of a call, the newest line first; at most 200. */
export async function listCallEvents(callId: string): Promise<CallEventLine[]> {
  return rows<CallEventLine>(
    `select e.id, e.kind, e.at, e.previous_at as "previousAt", e.source, o.name as by, e.note, e.message_id as "messageId",
       e.recorded_at as "recordedAt"
       from tenant.call_events e left join tenant.officers o on o.id = e.recorded_by
      where e.call_id = ?::uuid order by e.recorded_at desc, e.id desc limit 200`,
    [callId]
  )
}
