import { DateTime } from 'luxon'
import { tenancy } from '#platform/tenancy/tenant_context'

/** The first instant of a day (`2026-11-26`) in the administration's zone. */
export const startOfDay = (day: string): Date =>
  DateTime.fromISO(day, { zone: tenancy.current().administration.timezone }).startOf('day').toJSDate()

/** The first instant after it. */
export const endOfDay = (day: string): Date =>
  DateTime.fromISO(day, { zone: tenancy.current().administration.timezone }).plus({ days: 1 }).startOf('day').toJSDate()
