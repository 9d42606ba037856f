import { rows } from '#platform/tenancy/database'
import { consignmentInScope } from './consignment_in_scope.js'

export interface CargoEventView {
  id: string
  kind: string
  /** `null`: it did not happen after all. */
  at: Date | null
  equipment: string | null
  site: string | null
  place: string | null
  source: 'page' | 'api' | 'file' | 'message'
  by: string | null
  note: string | null
  recordedAt: Date
  /** Another event took its place. */
  replaced: boolean
  corrects: boolean
}

/** What was told of a consignment, the newest word first; corrected events stay. */
export const listCargoEvents = (consignmentId: string): Promise<CargoEventView[]> =>
  rows(
    `select e.id, e.kind, e.at, e.equipment, s.name as site, e.place, e.source, o.name as by, e.note, e.recorded_at as "recordedAt",
            e.replaces is not null as corrects,
            exists (select 1 from tenant.cargo_events r where r.tenant_id = e.tenant_id and r.replaces = e.id) as replaced
       from tenant.cargo_events e
       left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.recorded_by
       left join tenant.sites s on s.tenant_id = e.tenant_id and s.id = e.site_id
      where e.consignment_id = ? order by coalesce(e.at, e.recorded_at) desc, e.recorded_at desc, e.id desc limit 200`,
    [consignmentId]
  )

export interface RecentEvent {
  id: string
  kind: string
  at: Date | null
  source: string
  recordedAt: Date
  consignmentId: string
  bill: string | null
  equipment: string | null
}

/** The last things told of cargo that the officer's units look at. */
export function listRecentEvents(): Promise<RecentEvent[]> {
  const scope = consignmentInScope()
  return rows(
    `select e.id, e.kind, e.at, e.source, e.recorded_at as "recordedAt", e.consignment_id as "consignmentId", c.reference as bill, e.equipment
       from tenant.cargo_events e
       join tenant.consignments c on c.tenant_id = e.tenant_id and c.id = e.consignment_id
      where ${scope.sql} order by e.recorded_at desc, e.id desc limit 50`,
    scope.bindings
  )
}
