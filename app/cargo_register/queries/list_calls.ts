import { rows } from '#platform/tenancy/database'

export interface CallLine {
  id: string
  mode: string
  means: string | null
  imo: string | null
  callSign: string | null
  flag: string | null
  voyage: string | null
  carrierCode: string | null
  carrierName: string | null
  /** UN/LOCODE. */
  port: string
  previousPort: string | null
  berth: string | null
  eta: Date | null
  etd: Date | null
  arrivedAt: Date | null
  source: string
  changedAt: Date
  manifests: number
  consignments: number
  firstFiledAt: Date | null
  lastFiledAt: Date | null
  /** The time before the newest change of arrival, when that was within the last hour. */
  movedFrom: Date | null
}

export interface CallFilter {
  /** Arrival, actual or estimated, in [from, until). */
  from?: Date
  until?: Date
  port?: string
  ids?: readonly string[]
}

/** Calls by arrival, then id; those without a known arrival last. At most 500. */
export async function listCalls(filter: CallFilter): Promise<CallLine[]> {
  const { from = null, until = null, port = null, ids = null } = filter
  return rows<CallLine>(
    `select k.id, k.mode, k.means_name as means, k.imo, k.call_sign as "callSign", k.flag, k.voyage,
       k.carrier_code as "carrierCode", k.carrier_name as "carrierName", k.port, k.previous_port as "previousPort", k.berth,
       k.eta, k.etd, k.arrived_at as "arrivedAt", k.source, k.changed_at as "changedAt",
       m.manifests, c.consignments, m.first as "firstFiledAt", m.last as "lastFiledAt", e.previous_at as "movedFrom"
       from tenant.calls k
       cross join lateral (select count(*)::int as manifests, min(first_filed_at) as first, max(last_filed_at) as last
         from tenant.manifests where call_id = k.id and state = 'filed') m
       cross join lateral (select count(*)::int as consignments from tenant.consignments where call_id = k.id and state = 'filed') c
       left join lateral (select previous_at from tenant.call_events
         where call_id = k.id and kind in ('eta_change', 'arrival') and recorded_at > now() - interval '1 hour'
         order by recorded_at desc, id desc limit 1) e on true
      where (?::timestamptz is null or coalesce(k.arrived_at, k.eta) >= ?::timestamptz)
        and (?::timestamptz is null or coalesce(k.arrived_at, k.eta) < ?::timestamptz)
        and (?::text is null or k.port = ?::text)
        and (?::uuid[] is null or k.id = any(?::uuid[]))
      order by coalesce(k.arrived_at, k.eta) nulls last, k.id limit 500`,
    [from, from, until, until, port, port, ids, ids]
  )
}
