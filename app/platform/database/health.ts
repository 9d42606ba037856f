import type { Fault } from '#platform/faults/fault'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Measures an operator may see: counts and times, from a closed list (T22). */
export const HEALTH_MEASURES = [
  'messages_waiting',
  'messages_quarantined',
  'messages_24h',
  'last_message_at',
  'assessments_waiting',
  'clock_skew_ms',
  'audit_alarm',
  'history_alarm',
  'engine_renewals_failed',
] as const
export type HealthMeasure = (typeof HEALTH_MEASURES)[number]
/** What holds up the work of an administration, with the time since when as its value. */
export type FaultMeasure = `fault_${Fault}`

/** A fault that nobody reported again for so long is taken to be over. */
export const FAULT_LASTS = '5 minutes'

/** Writes one number about the current administration for the operators' console. */
export async function reportHealth(measure: HealthMeasure, value: number): Promise<void> {
  await execute(
    `insert into control.health (administration_id, measure, value) values (?, ?, ?)
     on conflict (administration_id, measure) do update set value = excluded.value, measured_at = now()`,
    [tenancy.current().administration.id, measure, Math.round(value)]
  )
}

/** Writes that a fault is met now; since when stays, while it was met all the time. */
export async function reportFaultHealth(measure: FaultMeasure): Promise<void> {
  await execute(
    `insert into control.health as h (administration_id, measure, value, measured_at)
     values (?, ?, (extract(epoch from clock_timestamp()) * 1000)::bigint, clock_timestamp())
     on conflict (administration_id, measure) do update set measured_at = excluded.measured_at,
       value = case when h.measured_at > clock_timestamp() - ?::interval then h.value else excluded.value end`,
    [tenancy.current().administration.id, measure, FAULT_LASTS]
  )
}

/** Takes measures back that are over. */
export async function forgetHealth(measures: readonly FaultMeasure[]): Promise<void> {
  await execute(`delete from control.health where administration_id = ? and measure = any (?::text[])`, [
    tenancy.current().administration.id,
    measures,
  ])
}
