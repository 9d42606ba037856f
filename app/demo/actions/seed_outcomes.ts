import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { listMonth } from '../casework/past_cargo.js'
import { planInspections } from '../casework/plan_inspections.js'
import { writeInspections } from '../casework/write_inspections.js'
import { writeMovements } from '../casework/write_movements.js'

/**
 * The month's inspections with what they found, and where the cargo went: orders on alerts and a few
 * drawn at random. The same seed gives the same orders and results for the same bills.
 */
export async function seedOutcomes(seed: number, now: number): Promise<number> {
  return unitOfWork(
    async () => {
      await setPlaces()
      const month = await listMonth()
      const planned = planInspections(month, seed, now)
      await writeInspections(planned, seed)
      await writeMovements(month, planned, seed, now)
      return planned.length
    },
    { statementTimeoutMs: 60_000 }
  )
}

/** Two shifts on working days and one at the weekend, at every site. */
const setPlaces = () =>
  execute(
    `insert into tenant.site_shifts (tenant_id, site_id, weekday, shift, starts, ends, places)
     select ?::uuid, s.id, d.weekday, h.shift, h.starts, h.ends, case when d.weekday > 5 then 3 else h.places end
       from tenant.sites s cross join generate_series(1, 7) as d (weekday)
       cross join (values ('A', '06:00', '14:00', 8), ('B', '14:00', '22:00', 5)) as h (shift, starts, ends, places)
      where d.weekday < 6 or h.shift = 'A'
     on conflict do nothing`,
    [tenancy.current().administration.id]
  )
