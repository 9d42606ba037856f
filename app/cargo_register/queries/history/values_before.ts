import type { ValueBefore } from '#core/facts/history'
import { THIRTY_DAYS, windowStart } from '#core/facts/window'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'

export interface WantedValues {
  consignmentId: string
  /** Of the consignee. */
  keys: readonly string[]
  until: Instant
}

/** Many more than any threshold is split into. */
const MOST = 200

/**
 * What the consignee's other consignments were worth, by consignment id: those of 30 days, and those of
 * the same moment, which a message that splits one consignment into many files together.
 */
export async function valuesBefore(wanted: readonly WantedValues[]): Promise<Map<string, ValueBefore[]>> {
  if (wanted.length === 0) return new Map()
  const found = await rows<{ id: string; at: Date; value: string }>(
    `select w.id, s.filed_at as at, s.value
       from json_to_recordset(?::json) as w (id uuid, keys text[], since timestamptz, until timestamptz)
       cross join lateral (
         select h.filed_at, h.value from tenant.consignment_history h
          where h.consignee_key = any(w.keys) and h.filed_at >= w.since and h.filed_at <= w.until and h.value is not null and h.consignment_id <> w.id
          order by h.filed_at desc, h.consignment_id limit ${MOST}) s`,
    [
      JSON.stringify(
        wanted.map(({ consignmentId, keys, until }) => ({
          id: consignmentId,
          keys,
          since: new Date(windowStart(until, THIRTY_DAYS)).toISOString(),
          until: new Date(until).toISOString(),
        }))
      ),
    ]
  )
  const byConsignment = new Map(wanted.map(({ consignmentId }) => [consignmentId, [] as ValueBefore[]]))
  for (const { id, at, value } of found) byConsignment.get(id)!.push({ at: at.getTime(), value })
  return byConsignment
}
