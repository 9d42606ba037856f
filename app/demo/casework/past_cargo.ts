import { rows } from '#platform/tenancy/database'

/** A consignment of the demonstration's month with what makes people look at it. */
export interface PastCargo {
  id: string
  reference: string
  arrival: Date
  port: string
  equipment: string | null
  reefer: boolean
  alerts: { id: string; assessment: string }[]
  high: boolean
}

/** Cargo of the current month whose ship is known, by bill; alerts are those nobody decided yet. */
export const listMonth = (): Promise<PastCargo[]> =>
  rows(
    `select c.id, c.reference, coalesce(k.arrived_at, k.eta) as arrival, k.port, c.equipment_summary -> 0 ->> 'number' as equipment,
            coalesce(c.equipment_summary -> 0 ->> 'type', '') ~ '^..R' as reefer,
            coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'assessment', a.assessment_id) order by a.threat) filter (where a.id is not null), '[]') as alerts,
            coalesce(bool_or(a.band = 'high'), false) as high
       from tenant.consignments c
       join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
       left join tenant.alerts a on a.tenant_id = c.tenant_id and a.consignment_id = c.id and a.state = 'new'
      where c.state = 'filed' and not c.historical and c.reference is not null and coalesce(k.arrived_at, k.eta) is not null
      group by c.id, c.reference, k.arrived_at, k.eta, k.port, c.equipment_summary
      order by c.reference, c.id`
  )
