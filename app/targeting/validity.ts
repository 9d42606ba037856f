import { DateTime } from 'luxon'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Entries are valid by days of the administration's zone, stored as instants: from midnight to midnight. */
const zone = () => tenancy.current().administration.timezone

/** Midnight at which a day begins. */
export const startOfDay = (day: string): Date => DateTime.fromISO(day, { zone: zone() }).startOf('day').toJSDate()

/** Midnight after a day: the first instant that no longer belongs to it. */
export const endOfDay = (day: string): Date =>
  DateTime.fromISO(day, { zone: zone() }).startOf('day').plus({ days: 1 }).toJSDate()

/** `YYYY-MM-DD` of an instant. */
export const dayOf = (instant: Date): string => DateTime.fromJSDate(instant, { zone: zone() }).toFormat('yyyy-MM-dd')

/** Last day before an end as `endOfDay` gives it. */
export const lastDayBefore = (end: Date): string => dayOf(new Date(end.getTime() - 1))
