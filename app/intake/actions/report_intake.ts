import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Tells the operators' console how intake fares, in one round trip: counts and the time of the last message, nothing of their content. */
export const reportIntake = (): Promise<number> => unitOfWork(report, { repeatable: true, planned: true })

const report = () =>
  execute(
    `insert into control.health (administration_id, measure, value)
     select ?::uuid, m.measure, m.value from (values
       ('messages_waiting', (select count(*) from tenant.received_messages where state in ('received', 'reading'))),
       ('messages_quarantined', (select count(*) from tenant.received_messages where state = 'quarantined')),
       ('messages_24h', (select count(*) from tenant.received_messages where received_at > now() - interval '24 hours')),
       ('last_message_at', (select (extract(epoch from max(received_at)) * 1000)::bigint from tenant.received_messages))
     ) as m(measure, value) where m.value is not null
     on conflict (administration_id, measure) do update set value = excluded.value, measured_at = now()`,
    [tenancy.current().administration.id]
  )
