import type { TriageGroup, TriageRow } from '../../../resources/pages/triage/index.props.js'
import { decideBy } from '#core/triage/attention'
import type { Clearing } from '#core/triage/clearing'
import { alertView, type AlertRecord } from '../queries/list_alerts_of_consignment.js'
import type { TriageRecord } from '../queries/list_triage.js'
import type { OrderedKey } from '../queries/order_triage.js'
import type { TriageFilters, TriageView } from '../triage_filters.js'
import { brief } from './brief.js'
import { callSummary } from './call_summary.js'

interface Queue {
  /** The whole queue in its order; `records` and `alerts` are those of the rows that are loaded. */
  keys: readonly OrderedKey[]
  records: readonly TriageRecord[]
  alerts: readonly AlertRecord[]
  clearing: ReadonlyMap<string, Clearing>
  leadMinutes: number
  filters: TriageFilters
}

/** Loaded rows grouped by ship in the order they come; totals are those of the whole queue. */
export function triageGroups(queue: Queue): TriageGroup[] {
  const own = Map.groupBy(
    queue.alerts.filter((alert) => belongs(alert, queue.filters)),
    (alert) => alert.consignment_id
  )
  const keys = new Map(queue.keys.map((key) => [key.id, key]))
  const whole = Map.groupBy(queue.keys, (key) => key.call_id ?? 'unknown')
  const groups = new Map<string, TriageGroup>()
  for (const record of queue.records) {
    const alerts = own.get(record.id)
    if (!alerts?.length) continue
    const id = record.call_id ?? 'unknown'
    const group = groups.get(id) ?? emptyGroup(record, whole.get(id) ?? [], queue)
    groups.set(id, group)
    group.rows.push(row(record, alerts, keys.get(record.id)!))
  }
  return [...groups.values()]
}

const STATES: Readonly<Record<TriageView, readonly string[]>> = {
  all: ['new', 'claimed'],
  mine: ['new', 'claimed'],
  unclaimed: ['new', 'claimed'],
  snoozed: ['new', 'claimed'],
  dismissed: ['dismissed'],
  missed: ['expired'],
  suppressed: ['suppressed'],
}

const belongs = (alert: AlertRecord, { view, threat }: TriageFilters): boolean =>
  STATES[view].includes(alert.state) && (threat === null || alert.threat === threat)

function emptyGroup(record: TriageRecord, keys: readonly OrderedKey[], queue: Queue): TriageGroup {
  const arrival = record.arrived_at ?? record.eta
  const due = decideBy(arrival?.getTime() ?? null, queue.leadMinutes)
  return {
    call: record.call_id ? callSummary({ ...record, id: record.call_id }) : null,
    decideBy: due === null ? null : new Date(due).toISOString(),
    undecided: keys.filter(({ undecided }) => undecided).length,
    clearing: queue.clearing.get(record.call_id ?? 'unknown') ?? null,
    rows: [],
    total: keys.length,
  }
}

function row(record: TriageRecord, alerts: readonly AlertRecord[], key: OrderedKey): TriageRow {
  const views = alerts.map(alertView)
  const held = views.find((view) => view.holder)
  const { value, score, hoursLeft, time, capacity } = key.attention
  return {
    alert: views[0]!.id,
    alerts: views.map((view) => view.id),
    threats: [...new Set(views.map((view) => view.threat))],
    consignment: brief(record),
    holder: held?.holder ?? null,
    changed: false,
    state: held ? 'claimed' : views[0]!.state,
    merged: views.reduce((sum, view) => sum + view.merged, 0),
    snoozedUntil: views.find((view) => view.snoozed)?.snoozed?.until ?? null,
    attention: { value, score, hoursLeft, time, capacity },
  }
}
