import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Measures an operator may see: counts and times, from a closed list (T22). */
export const HEALTH_MEASURES = [
  'messages_waiting',
  'messages_quarantined',
  'messages_24h',
  'last_message_at',
  'assessments_waiting',
] as const
export type HealthMeasure = (typeof HEALTH_MEASURES)[number]

/** Writes one number about the current administration for the operators' console. */
export async function reportHealth(measure: HealthMeasure, value: number): Promise<void> {
  await execute(
    `insert into control.health (administration_id, measure, value) values (?, ?, ?)
     on conflict (administration_id, measure) do update set value = excluded.value, measured_at = now()`,
    [tenancy.current().administration.id, measure, Math.round(value)]
  )
}
