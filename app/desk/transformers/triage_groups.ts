import type { TriageGroup, TriageRow } from '../../../resources/pages/triage/index.props.js'
import type { DeskState } from '../queries/get_desk_state.js'
import { alertView, type AlertRecord } from '../queries/list_alerts_of_consignment.js'
import type { TriageFilters, TriageRecord } from '../queries/list_triage.js'
import { brief } from './brief.js'
import { callSummary, workFor } from './call_summary.js'

/** Rows grouped by ship in the order they come; sorted by score they stay one list a ship all the same. */
export function triageGroups(
  records: readonly TriageRecord[],
  alerts: readonly AlertRecord[],
  desk: DeskState,
  filters: TriageFilters,
  now: Date
): TriageGroup[] {
  const byConsignment = new Map<string, AlertRecord[]>()
  for (const alert of alerts) {
    if (!belongs(alert, filters)) continue
    byConsignment.set(alert.consignment_id, [...(byConsignment.get(alert.consignment_id) ?? []), alert])
  }
  const groups = new Map<string, TriageGroup>()
  for (const record of records) {
    const own = byConsignment.get(record.id)
    if (!own?.length) continue
    const key = record.call_id ?? 'unknown'
    const group = groups.get(key) ?? emptyGroup(record)
    groups.set(key, group)
    group.rows.push(row(record, own))
  }
  for (const group of groups.values()) {
    group.total = group.rows.length
    group.undecided = group.rows.filter((each) => each.state !== 'dismissed').length
    const arrival = group.call?.arrival.at ? new Date(group.call.arrival.at) : null
    group.work = workFor(group.undecided, desk.minutesPerAlert, desk.analysts, arrival, now)
  }
  return [...groups.values()]
}

const belongs = (alert: AlertRecord, { view, threat }: TriageFilters): boolean =>
  (view === 'dismissed' ? alert.state === 'dismissed' : alert.state === 'new' || alert.state === 'claimed') &&
  (threat === null || alert.threat === threat)

const emptyGroup = (record: TriageRecord): TriageGroup => ({
  call: record.call_id ? callSummary({ ...record, id: record.call_id }) : null,
  undecided: 0,
  work: null,
  rows: [],
  total: 0,
})

function row(record: TriageRecord, alerts: readonly AlertRecord[]): TriageRow {
  const views = alerts.map(alertView)
  const held = views.find((view) => view.holder)
  return {
    alert: views[0]!.id,
    alerts: views.map((view) => view.id),
    threats: [...new Set(views.map((view) => view.threat))],
    consignment: brief(record),
    holder: held?.holder ? { id: held.holder.id, name: held.holder.name, initials: held.holder.initials } : null,
    changed: false,
    state: held ? 'claimed' : views[0]!.state,
  }
}
