import { HOUR } from '#core/kernel/instant'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { PastCargo } from './past_cargo.js'
import type { PlannedOrder } from './plan_inspections.js'
import { roll } from './roll.js'

/** What the terminal told of the month: ships left, cargo was discharged, released and went out of the gate. */
export async function writeMovements(
  month: readonly PastCargo[],
  planned: readonly PlannedOrder[],
  seed: number,
  now: number
): Promise<void> {
  const orders = new Map(planned.map((order) => [order.cargo.id, order]))
  const told = month.flatMap((cargo) => movementsOf(cargo, orders.get(cargo.id), seed).filter(({ at }) => at < now))
  const tenant = tenancy.current().administration.id
  await execute(
    `insert into tenant.cargo_events (tenant_id, id, consignment_id, equipment, kind, at, source, reporter, recorded_at)
     select ?::uuid, uuidv7(), id, equipment, kind, at, 'api', 'terminal', at + interval '6 minutes'
       from jsonb_to_recordset(?::jsonb) as r (id uuid, equipment text, kind text, at timestamptz)`,
    [tenant, JSON.stringify(told.map((event) => ({ ...event, at: new Date(event.at).toISOString() })))]
  )
  await execute(
    `insert into tenant.call_events (tenant_id, id, call_id, kind, at, source, recorded_at)
     select ?::uuid, uuidv7(), k.id, 'departure', k.arrived_at + interval '22 hours', 'api', k.arrived_at + interval '22 hours'
       from tenant.calls k where k.arrived_at between now() - interval '40 days' and now() - interval '22 hours'`,
    [tenant]
  )
}

/** What is inspected waits for its result; what was missed went first. */
function movementsOf(cargo: PastCargo, order: PlannedOrder | undefined, seed: number) {
  const at = (question: string) => roll(seed, cargo.reference, question)
  const discharged = cargo.arrival.getTime() + (2 + at('discharge') * 5) * HOUR
  const missed = order?.state === 'missed'
  // Seized and detained cargo stays; so does what nobody has looked at yet.
  const stays =
    order &&
    (order.state === 'ordered' ||
      order.state === 'accepted' ||
      order.enforcement === 'seizure' ||
      order.enforcement === 'detention')
  const free = Math.max(order?.reviewedAt ?? order?.doneAt ?? 0, discharged) + (6 + at('gate') * 60) * HOUR
  const out = missed ? order.doneAt! : free
  const event = (kind: string, time: number, equipment: string | null) => ({ id: cargo.id, kind, at: time, equipment })
  return [
    event('discharge', discharged, cargo.equipment),
    ...(stays
      ? []
      : [event('release', out - HOUR * (0.5 + at('release')), null), event('gate_out', out, cargo.equipment)]),
  ]
}
