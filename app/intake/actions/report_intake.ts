import { reportHealth, type HealthMeasure } from '#platform/database/health'
import { firstRow } from '#platform/tenancy/database'

/** Tells the operators' console how intake fares: counts and the time of the last message, nothing of their content. */
export async function reportIntake(): Promise<void> {
  const measures = await firstRow<Record<Exclude<HealthMeasure, 'assessments_waiting'>, string | null>>(
    `select (select count(*) from tenant.received_messages where state in ('received', 'reading')) as messages_waiting,
            (select count(*) from tenant.received_messages where state = 'quarantined') as messages_quarantined,
            (select count(*) from tenant.received_messages where received_at > now() - interval '24 hours') as messages_24h,
            (select extract(epoch from max(received_at)) * 1000 from tenant.received_messages) as last_message_at`
  )
  for (const [measure, value] of Object.entries(measures ?? {})) {
    if (value !== null) await reportHealth(measure as HealthMeasure, Number(value))
  }
}
