import { reportHealth } from '#platform/database/health'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Between our clock and the database's; from here on the operators are told (SECURITY T80). */
const SKEW_LIMIT_MS = 30_000

/** What this process last told, by administration. */
const told = new Map<string, number>()

/** Tells the operators' console when our clock and the database's differ, and when they agree again. */
export async function reportClock(databaseTime: string, now: number = Date.now()): Promise<void> {
  const { id } = tenancy.current().administration
  const skew = Math.abs(now - new Date(databaseTime).getTime())
  const alarm = skew > SKEW_LIMIT_MS ? skew : 0
  if (told.get(id) === alarm) return
  await reportHealth('clock_skew_ms', alarm)
  told.set(id, alarm)
}
