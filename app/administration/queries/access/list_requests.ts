import { rows } from '#platform/tenancy/database'
import type { AccessChange } from '../../access/change.js'

export interface RequestRow {
  id: string
  change: AccessChange
  hash: string
  state: string
  requestedBy: string
  requestedById: string
  requestedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
}

/** What waits for a second person, then the last decisions. */
export const listRequests = (): Promise<RequestRow[]> =>
  rows(
    `select g.id, g.change, g.content_hash as hash, g.state, r.name as "requestedBy", g.requested_by as "requestedById",
            g.requested_at as "requestedAt", d.name as "decidedBy", g.decided_at as "decidedAt"
       from tenant.grant_requests g
       join tenant.officers r on r.tenant_id = g.tenant_id and r.id = g.requested_by
       left join tenant.officers d on d.tenant_id = g.tenant_id and d.id = g.decided_by
      where g.state = 'waiting' or g.decided_at > now() - interval '30 days'
      order by (g.state <> 'waiting'), g.requested_at desc, g.id limit 100`
  )

export interface WaiverRow {
  conflict: string
  reason: string
  requestedBy: string
  confirmedBy: string
  startedAt: Date
}

export const listWaivers = (): Promise<WaiverRow[]> =>
  rows(
    `select w.conflict, w.reason, r.name as "requestedBy", c.name as "confirmedBy", w.started_at as "startedAt"
       from tenant.conflict_waivers w
       join tenant.officers r on r.tenant_id = w.tenant_id and r.id = w.requested_by
       join tenant.officers c on c.tenant_id = w.tenant_id and c.id = w.confirmed_by
      where w.ended_at is null order by w.conflict`
  )
