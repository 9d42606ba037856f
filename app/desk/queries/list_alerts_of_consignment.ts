import type { AlertView } from '../../../resources/pages/triage/index.props.js'
import { alertInScope, UNDO_SECONDS, type AlertPhase } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import { initialsOf } from '../transformers/call_summary.js'

export interface AlertRecord {
  id: string
  consignment_id: string
  threat: string
  because: string
  state: AlertPhase
  step: string | null
  workflow_revision: number
  version: number
  merged: number
  snoozed_until: Date | null
  snoozed_for: string | null
  raised_at: Date
  claimed_by: string | null
  claimed_at: Date | null
  holder: string | null
  decided_by_name: string | null
  decided_at: Date | null
  decision_reason: string | null
  decision_note: string | null
}

/** Alerts of these consignments, newest first, as far as the officer's units look at them. */
export async function listAlertsOf(consignmentIds: readonly string[]): Promise<AlertRecord[]> {
  const scope = alertInScope()
  return rows<AlertRecord>(
    `select a.id, a.consignment_id, a.threat, a.because, a.state, a.step, a.workflow_revision, a.version, a.raised_at, a.snoozed_until, a.snoozed_for,
            (select count(*)::int from tenant.alerts x where x.tenant_id = a.tenant_id and x.merged_into = a.id) as merged, a.claimed_by, a.claimed_at, h.name as holder,
            d.name as decided_by_name, a.decided_at, a.decision_reason, a.decision_note
       from tenant.alerts a
       left join tenant.officers h on h.tenant_id = a.tenant_id and h.id = a.claimed_by
       left join tenant.officers d on d.tenant_id = a.tenant_id and d.id = a.decided_by
      where a.consignment_id = any (?::uuid[]) and ${scope.sql} order by a.raised_at desc, a.id limit 2000`,
    [`{${consignmentIds.join(',')}}`, ...scope.bindings]
  )
}

export const alertView = (record: AlertRecord): AlertView => ({
  id: record.id,
  threat: record.threat,
  because: record.because,
  state: record.state === 'new' ? 'open' : record.state,
  step: record.step,
  version: record.version,
  merged: record.merged,
  snoozed:
    record.snoozed_until && record.snoozed_until > new Date()
      ? { until: record.snoozed_until.toISOString(), for: record.snoozed_for }
      : null,
  raisedAt: record.raised_at.toISOString(),
  holder:
    record.claimed_by && record.state === 'claimed'
      ? {
          id: record.claimed_by,
          name: record.holder ?? '',
          initials: initialsOf(record.holder ?? ''),
          since: record.claimed_at!.toISOString(),
        }
      : null,
  dismissal:
    record.state === 'dismissed' && record.decided_at
      ? {
          reason: record.decision_reason ?? '',
          note: record.decision_note,
          by: record.decided_by_name ?? '',
          at: record.decided_at.toISOString(),
          undoUntil: undoUntil(record.decided_at),
        }
      : null,
})

function undoUntil(decidedAt: Date): string | null {
  const until = new Date(decidedAt.getTime() + UNDO_SECONDS * 1000)
  return until > new Date() ? until.toISOString() : null
}
