import type { Instant } from '#core/kernel/instant'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { portInScope } from '#platform/tenancy/unit_scope'
import { addCallEvent } from './add_call_event.js'
import { announceCallChanged } from './announce_call_changed.js'

export interface CallEventNoted {
  kind: 'eta_change' | 'arrival' | 'departure'
  at: Instant
  note: string | null
  source: 'page' | 'file' | 'api' | 'message'
  officerId: string | null
}

const COLUMN = { eta_change: 'eta', arrival: 'arrived_at', departure: 'etd' } as const

/** Somebody notes a new ETA, an arrival or a departure; consignments are weighed again when the arrival moves. */
export async function recordCallEvent(callId: string, event: CallEventNoted): Promise<Result<null, 'call_unknown'>> {
  return unitOfWork(
    async () => {
      const scope = portInScope()
      const call = await firstRow<{ eta: Date | null; arrived_at: Date | null; etd: Date | null }>(
        `select eta, arrived_at, etd from tenant.calls where id = ?::uuid and ${scope.sql} for update`,
        [callId, ...scope.bindings]
      )
      if (!call) return err('call_unknown')
      const column = COLUMN[event.kind]
      await execute(`update tenant.calls set ${column} = ?::timestamptz, changed_at = now() where id = ?::uuid`, [
        new Date(event.at),
        callId,
      ])
      await addCallEvent(callId, {
        ...event,
        previousAt: call[column]?.getTime() ?? (event.kind === 'arrival' ? (call.eta?.getTime() ?? null) : null),
        recordedBy: event.officerId,
        messageId: null,
      })
      await recordAction({
        action: 'call_event.recorded',
        subject: { kind: 'call', id: callId },
        data: { kind: event.kind, at: new Date(event.at).toISOString() },
      })
      if (event.kind === 'arrival' || (event.kind === 'eta_change' && !call.arrived_at))
        await announceCallChanged({ callId })
      await notifyLive('call:changed', callId)
      return ok(null)
    },
    { statementTimeoutMs: 60_000 }
  )
}
