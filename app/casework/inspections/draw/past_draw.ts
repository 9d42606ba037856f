import { tenancy } from '#platform/tenancy/tenant_context'
import { localDay } from '../shift_times.js'
import { dayKey } from './day_key.js'
import { commitmentOf, drawn } from './draw.js'

/** First draw of an order as it would have been made at that time, for a seeded past: whoever reveals the day finds that it holds. */
export async function pastDraw(orderId: string, at: number, candidates: readonly string[]) {
  const { id: administrationId, timezone } = tenancy.current().administration
  const day = localDay(at, timezone)
  const { kid, key } = await dayKey(day)
  return {
    day,
    kid,
    commitment: commitmentOf(key),
    drawn: drawn(key, { administrationId, orderId, round: 1 }, candidates),
  }
}
