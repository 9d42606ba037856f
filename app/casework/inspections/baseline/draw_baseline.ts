import { HOUR, type Instant } from '#core/kernel/instant'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { orderInspection } from '../actions/order_inspection.js'
import { dayKey } from '../draw/day_key.js'
import { baselineTicket, commitmentOf } from '../draw/draw.js'
import { DAYS_AHEAD, listSlots } from '../queries/list_slots.js'
import { localDay } from '../shift_times.js'
import { rateNow, type Rate } from './rates.js'

/** Cargo takes part when it arrives within this time; orders of officers come at the same time. */
const AHEAD_HOURS = 48
/** At a site without shifts an order is of use for as long after the arrival. */
const OF_USE_HOURS = 24
const AT_A_TIME = 200

interface Arriving {
  id: string
  site: string
  arrival: Date
}

/**
 * Every consignment that will soon be here takes part once, and the sealed key of the day says which are
 * inspected. Such an order is made by the same action as every other and passes no analyst. True when more waits.
 */
export async function drawBaseline(now: Instant): Promise<boolean> {
  const rate = await rateNow()
  if (!rate || rate.perMille === 0) return false
  const { administration } = tenancy.current()
  const day = localDay(now, administration.timezone)
  const { kid, key } = await dayKey(day)
  const arriving = await listArriving(now)
  for (const cargo of arriving) {
    const drawn = baselineTicket(key, administration.id, cargo.id) < rate.perMille / 1000
    // One unit of work: who took part is ordered with it, or takes part again after a crash.
    await unitOfWork(async () => {
      const took = await execute(
        `insert into tenant.baseline_tickets (tenant_id, consignment_id, day, kid, commitment, per_mille)
         values (?, ?, ?::date, ?, ?, ?) on conflict (tenant_id, consignment_id) do nothing`,
        [administration.id, cargo.id, day, kid, commitmentOf(key), rate.perMille]
      )
      if (took === 1 && drawn) await order(cargo, rate, now)
    })
  }
  return arriving.length === AT_A_TIME
}

const listArriving = (now: Instant): Promise<Arriving[]> =>
  rows(
    `select c.id, (select min(s.id::text) from tenant.sites s where s.port = k.port and s.closed_at is null) as site, coalesce(k.arrived_at, k.eta) as arrival
       from tenant.consignments c join tenant.calls k on k.id = c.call_id
      where c.state = 'filed' and not c.historical and coalesce(k.arrived_at, k.eta) between ?::timestamptz - interval '12 hours' and ?::timestamptz
        and exists (select 1 from tenant.sites s where s.port = k.port and s.closed_at is null)
        and exists (select 1 from tenant.consignment_keys y where y.consignment_id = c.id)
        and not exists (select 1 from tenant.baseline_tickets t where t.consignment_id = c.id)
      order by c.id limit ?`,
    [new Date(now), new Date(now + AHEAD_HOURS * HOUR), AT_A_TIME]
  )

/** The first place that is free; where none is, nothing is ordered, and the page of the day says so. */
async function order({ id, site, arrival }: Arriving, { type }: Rate, now: Instant): Promise<void> {
  const slots = await listSlots(now, DAYS_AHEAD, site)
  const from = Math.max(now, arrival.getTime())
  const free = slots.find((slot) => slot.until > from && slot.booked < slot.places)
  if (slots.length > 0 && !free) return
  // As the form of the desk proposes it: the end of the shift.
  const usefulUntil = free?.until ?? from + OF_USE_HOURS * HOUR
  const slot = free ? { day: free.day, shift: free.shift } : null
  await orderInspection(
    { consignmentId: id, siteId: site, type, equipment: null, slot, usefulUntil },
    { kind: 'random' }
  )
}
