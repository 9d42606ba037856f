import { rows } from '#platform/tenancy/database'

/** What decides who is told of an alert. */
export interface AlertHead {
  id: string
  consignmentId: string
  callId: string | null
  threat: string
  band: string
  holder: string | null
  /** Of its manifest, by which units look at it. */
  port: string | null
  berthAt: Date | null
}

export const headsOfAlerts = (ids: readonly string[]): Promise<AlertHead[]> =>
  rows<AlertHead>(
    `select a.id, a.consignment_id as "consignmentId", c.call_id as "callId", a.threat, a.band,
            case when a.state = 'claimed' then a.claimed_by end as holder,
            m.port, coalesce(l.arrived_at, l.eta) as "berthAt"
       from tenant.alerts a
       join tenant.consignments c on c.id = a.consignment_id
       join tenant.manifests m on m.id = c.manifest_id
       left join tenant.calls l on l.id = c.call_id
      where a.id = any (?::uuid[]) order by a.id`,
    [`{${ids.join(',')}}`]
  )
