import type { HistoryOfConsignment } from '#core/facts/history'
import { historyWindowStart } from '#core/facts/window'
import type { Consignment } from '#core/cargo/consignment'
import type { Instant } from '#core/kernel/instant'
import { partyKey } from '#core/matching/party_key'
import { firstRow, rows } from '#platform/tenancy/database'

export interface ConsignmentWithHistory {
  consignmentId: string
  consignment: Pick<Consignment, 'parties'>
  firstRegisteredAt: Instant
}

interface Row {
  consignment_id: string
  consignee_count: number
  consignee_consignors: number
  consignee_last: Date | null
  consignor_count: number
  consignor_consignees: number
  pair_count: number
}

/**
 * What the administration saw of the parties of each consignment in the window before its first
 * registration, by consignment id. One statement for the batch; the consignment itself, and what
 * was filed at the same moment or later, is not counted.
 */
export async function historyOf(
  consignments: readonly ConsignmentWithHistory[]
): Promise<Map<string, HistoryOfConsignment>> {
  const wanted = consignments.map(({ consignmentId, consignment, firstRegisteredAt }) => ({
    id: consignmentId,
    consignor: keyOf(consignment, 'consignor'),
    consignee: keyOf(consignment, 'consignee'),
    since: new Date(historyWindowStart(firstRegisteredAt)).toISOString(),
    until: new Date(firstRegisteredAt).toISOString(),
  }))
  const coversFrom = await historyCompleteSince()
  const counted = new Map((await count(JSON.stringify(wanted))).map((row) => [row.consignment_id, row]))
  return new Map(
    wanted.map(({ id, consignor, consignee }) => {
      const row = counted.get(id)!
      return [
        id,
        {
          coversFrom,
          consignee: consignee
            ? {
                count: row.consignee_count,
                consignors: row.consignee_consignors,
                lastSeen: row.consignee_last?.getTime() ?? null,
              }
            : null,
          consignor: consignor ? { count: row.consignor_count, consignees: row.consignor_consignees } : null,
          pair: consignor && consignee ? { count: row.pair_count } : null,
        },
      ]
    })
  )
}

const keyOf = ({ parties }: Pick<Consignment, 'parties'>, role: 'consignor' | 'consignee'): string | null => {
  const party = parties.find((each) => each.role === role)
  return party ? partyKey(party) : null
}

async function historyCompleteSince(): Promise<Instant | null> {
  const settings = await firstRow<{ since: Date | null }>(`select history_complete_since as since from tenant.settings`)
  return settings?.since?.getTime() ?? null
}

async function count(wanted: string): Promise<Row[]> {
  return rows<Row>(
    `select w.id as consignment_id, e.count as consignee_count, e.consignors as consignee_consignors, e.last as consignee_last,
       o.count as consignor_count, o.consignees as consignor_consignees, e.pairs as pair_count
       from json_to_recordset(?::json) as w(id uuid, consignor text, consignee text, since timestamptz, until timestamptz)
       cross join lateral (
         select count(*)::int as count, count(distinct h.consignor_key)::int as consignors, max(h.filed_at) as last,
           (count(*) filter (where h.consignor_key = w.consignor))::int as pairs
           from tenant.consignment_history h
          where h.consignee_key = w.consignee and h.filed_at >= w.since and h.filed_at < w.until and h.consignment_id <> w.id) e
       cross join lateral (
         select count(*)::int as count, count(distinct h.consignee_key)::int as consignees
           from tenant.consignment_history h
          where h.consignor_key = w.consignor and h.filed_at >= w.since and h.filed_at < w.until and h.consignment_id <> w.id) o`,
    [wanted]
  )
}
