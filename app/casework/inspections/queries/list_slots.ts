import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { addDays, localDay, shiftWindow, weekdayOf } from '../shift_times.js'

/** How far ahead a place can be taken. */
export const DAYS_AHEAD = 14

/** One shift of one day at a site. */
export interface Slot {
  siteId: string
  day: string
  shift: string
  from: Instant
  until: Instant
  places: number
  booked: number
  /** Why the places of this day differ from those of its weekday. */
  exception: string | null
}

interface ShiftRow {
  site_id: string
  weekday: number
  shift: string
  starts: string
  ends: string
  places: number
}
interface DayRow {
  site_id: string
  day: string
  shift: string
  places: number
  reason: string
}
type Booked = Pick<DayRow, 'site_id' | 'day' | 'shift'> & { count: number }

/** Shifts of sites that are not over yet, for some days from `now` on, with what is booked of each. */
export async function listSlots(now: Instant, days: number, siteId: string | null = null): Promise<Slot[]> {
  const { timezone } = tenancy.current().administration
  // A night shift of yesterday may still run.
  const first = addDays(localDay(now, timezone), -1)
  const last = addDays(first, days)
  const shifts = await rows<ShiftRow>(
    `select site_id, weekday, shift, starts, ends, places from tenant.site_shifts where ?::uuid is null or site_id = ?::uuid`,
    [siteId, siteId]
  )
  const exceptions = await rows<DayRow>(
    `select site_id, day::text, shift, places, reason from tenant.site_shift_exceptions where day between ?::date and ?::date`,
    [first, last]
  )
  const booked = await rows<Booked>(
    `select site_id, day::text, shift, count(*)::int as count from tenant.inspection_orders
      where day between ?::date and ?::date and state not in ('refused', 'cancelled', 'missed') group by 1, 2, 3`,
    [first, last]
  )
  const key = (at: { site_id: string; day: string; shift: string }) => `${at.site_id} ${at.day} ${at.shift}`
  const excepted = new Map(exceptions.map((row) => [key(row), row]))
  const taken = new Map(booked.map((row) => [key(row), row.count]))
  const slots: Slot[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    for (const row of shifts.filter(({ weekday }) => weekday === weekdayOf(day))) {
      const window = shiftWindow(day, row, timezone)
      if (window.until <= now) continue
      const at = key({ ...row, day })
      slots.push({
        siteId: row.site_id,
        day,
        shift: row.shift,
        ...window,
        places: excepted.get(at)?.places ?? row.places,
        booked: taken.get(at) ?? 0,
        exception: excepted.get(at)?.reason ?? null,
      })
    }
  }
  return slots.sort((a, b) => a.from - b.from || a.shift.localeCompare(b.shift))
}
