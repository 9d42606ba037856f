import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { weekdayOf } from '../shift_times.js'

export interface ShiftWanted {
  siteId: string
  weekdays: readonly number[]
  shift: string
  starts: string
  ends: string
  places: number
}

/** Sets a shift on some weekdays; without places it is taken away. What is booked stays booked. */
export async function setShift(wanted: ShiftWanted, officerId: string): Promise<Result<null, Failure>> {
  const { siteId, weekdays, shift, starts, ends, places } = wanted
  return unitOfWork(async () => {
    if (!(await openSite(siteId))) return err({ kind: 'not_found' as const })
    if (places === 0)
      await execute(`delete from tenant.site_shifts where site_id = ? and shift = ? and weekday = any (?::int[])`, [
        siteId,
        shift,
        weekdays,
      ])
    else
      await execute(
        `insert into tenant.site_shifts (tenant_id, site_id, weekday, shift, starts, ends, places, changed_by)
         select ?::uuid, ?::uuid, weekday, ?, ?, ?, ?, ?::uuid from unnest(?::int[]) as weekday
         on conflict (tenant_id, site_id, shift, weekday) do update
           set starts = excluded.starts, ends = excluded.ends, places = excluded.places, changed_by = excluded.changed_by, changed_at = now()`,
        [tenancy.current().administration.id, siteId, shift, starts, ends, places, officerId, weekdays]
      )
    await recordAction({
      action: 'capacity.changed',
      subject: { kind: 'site', id: siteId },
      data: { weekdays: weekdays.map(String), places },
    })
    return ok(null)
  })
}

/** Other places on one day, with the reason. */
export async function setException(
  wanted: { siteId: string; day: string; shift: string; places: number; reason: string },
  officerId: string
): Promise<Result<null, Failure>> {
  const { siteId, day, shift, places, reason } = wanted
  return unitOfWork(async () => {
    if (!(await openSite(siteId))) return err({ kind: 'not_found' as const })
    const known = await firstRow(`select 1 from tenant.site_shifts where site_id = ? and shift = ? and weekday = ?`, [
      siteId,
      shift,
      weekdayOf(day),
    ])
    if (!known) return err(invalid('shift', 'casework.no_such_shift'))
    await execute(
      `insert into tenant.site_shift_exceptions (tenant_id, site_id, day, shift, places, reason, changed_by)
       values (?, ?, ?::date, ?, ?, ?, ?)
       on conflict (tenant_id, site_id, shift, day) do update
         set places = excluded.places, reason = excluded.reason, changed_by = excluded.changed_by, changed_at = now()`,
      [tenancy.current().administration.id, siteId, day, shift, places, reason, officerId]
    )
    await recordAction({ action: 'capacity.changed', subject: { kind: 'site', id: siteId }, data: { day, places } })
    return ok(null)
  })
}

const openSite = (siteId: string) => firstRow(`select 1 from tenant.sites where id = ? and closed_at is null`, [siteId])
