import type { ArrivalRow } from '../../../resources/pages/arrivals/index.props.js'
import type { Clearing } from '#core/triage/clearing'
import type { DeskState } from '../queries/get_desk_state.js'
import type { ArrivalRecord } from '../queries/list_arrivals.js'
import { callSummary, initialsOf, placeName } from './call_summary.js'

export function arrivalRow(
  record: ArrivalRecord,
  desk: DeskState,
  clearing: ReadonlyMap<string, Clearing>
): ArrivalRow {
  const arrivalAt = record.arrived_at ?? record.eta
  const assessed = record.high + record.medium + record.low + record.unknown
  return {
    call: callSummary(record),
    from: placeName(record.previous_port),
    filed: record.filed,
    expected: record.declared > 0 ? Math.max(record.declared, record.filed) : null,
    late: isLate(record, desk, arrivalAt),
    bands: {
      high: record.high,
      medium: record.medium,
      low: record.low,
      unknown: record.unknown,
      notAssessed: record.filed - assessed,
    },
    worst: worstOf(record),
    undecided: record.undecided,
    alerts: record.alerts,
    clearing: record.undecided > 0 ? (clearing.get(record.known ? record.id : 'unknown') ?? null) : null,
    holder: record.holder_name ? { name: record.holder_name, initials: initialsOf(record.holder_name) } : null,
  }
}

function isLate(record: ArrivalRecord, desk: DeskState, arrivalAt: Date | null): boolean {
  const { from, hours } = desk.filingRule(record.mode)
  const since = from === 'before_arrival' ? arrivalAt : record.left_previous_at
  if (!since || !record.first_filed_at) return false
  const due = since.getTime() + (from === 'before_arrival' ? -hours : hours) * 3_600_000
  return record.first_filed_at.getTime() > due
}

function worstOf(record: ArrivalRecord): ArrivalRow['worst'] {
  if (record.filed === 0) return null
  if (record.high) return 'high'
  if (record.medium) return 'medium'
  if (record.unknown) return 'unknown'
  return record.low ? 'low' : 'not_assessed'
}
