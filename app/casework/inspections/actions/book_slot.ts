import { err, ok, type Result } from '#core/kernel/result'
import { conflict, forbidden, invalid, type Failure } from '#platform/http/failure'
import { firstRow, rows } from '#platform/tenancy/database'
import type { NewOrder, OrderedBy } from '../new_order.js'
import { DAYS_AHEAD, listSlots } from '../queries/list_slots.js'

/**
 * Takes a place at the site, one at a time. More than there are needs a reason and somebody who may
 * approve it; the draw takes what is free. True when the shift is over-booked now.
 */
export async function bookSlot(wanted: NewOrder, by: OrderedBy): Promise<Result<boolean, Failure>> {
  const now = Date.now()
  if (wanted.usefulUntil <= now) return err(invalid('until', 'casework.until_past'))
  if (!wanted.slot) return (await hasShifts(wanted.siteId)) ? err(invalid('slot', 'casework.slot_needed')) : ok(false)
  const { day, shift } = wanted.slot
  await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [
    `slot/${wanted.siteId}/${day}/${shift}`,
  ])
  const slots = await listSlots(now, DAYS_AHEAD, wanted.siteId)
  const slot = slots.find((each) => each.day === day && each.shift === shift)
  if (!slot) return err(invalid('slot', 'casework.slot_unknown'))
  if (wanted.usefulUntil < slot.from) return err(invalid('until', 'casework.until_before_shift'))
  const { booked, places } = slot
  if (booked < places) return ok(false)
  if (by.kind === 'random') return err(conflict('casework.refused_full', { booked, places }))
  if (!by.overBooked) return err(invalid('overBooked', 'casework.over_booking_needs_reason', { booked, places }))
  return by.mayOverBook ? ok(true) : err(forbidden('casework.refused_over_booking'))
}

const hasShifts = async (siteId: string): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.site_shifts where site_id = ? limit 1`, [siteId])) !== null
