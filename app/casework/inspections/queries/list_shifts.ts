import { rows } from '#platform/tenancy/database'

export interface ShiftOfSite {
  siteId: string
  shift: string
  weekday: number
  starts: string
  ends: string
  places: number
}

/** The week of every site, as it is set. */
export const listShifts = (): Promise<ShiftOfSite[]> =>
  rows(
    `select site_id as "siteId", shift, weekday, starts, ends, places from tenant.site_shifts order by site_id, starts, shift, weekday`
  )
