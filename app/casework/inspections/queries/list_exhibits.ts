import { rows } from '#platform/tenancy/database'
import type { CustodyEntry } from '../custody/chain.js'

interface ExhibitRow {
  id: string
  sequence: number
  description: string
  quantity: string | null
  unit: string | null
  findingId: string | null
  takenAt: Date
}

type CustodyRow = CustodyEntry & { hash: string; holder: string | null; recordedByName: string | null }

/** Exhibits of an order by number. */
export const listExhibits = (orderId: string): Promise<ExhibitRow[]> =>
  rows(
    `select id, sequence, description, quantity, unit, finding_id as "findingId", taken_at as "takenAt"
       from tenant.exhibits where order_id = ? order by sequence`,
    [orderId]
  )

/** Who held them, in the order in which it was written down; times as they were hashed. */
export const listCustody = (orderId: string): Promise<CustodyRow[]> =>
  rows(
    `select c.exhibit_id as "exhibitId", c.position, c.reason, c.holder_id as "holderId", c.holder_name as "holderName", c.place, c.seal,
            to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, c.recorded_by as "recordedBy", c.hash,
            h.name as holder, r.name as "recordedByName"
       from tenant.exhibit_custody c left join tenant.officers h on h.id = c.holder_id left join tenant.officers r on r.id = c.recorded_by
      where c.order_id = ? order by c.exhibit_id, c.position`,
    [orderId]
  )

/** To whom an exhibit can be handed: officers who may keep one. */
export const listKeepers = (): Promise<{ id: string; name: string }[]> =>
  rows(
    `select o.id, o.name from tenant.officers o where o.state = 'active' and exists (
       select 1 from tenant.officer_roles r join tenant.role_permissions q on q.role_id = r.role_id
        where r.officer_id = o.id and q.permission = 'exhibits.hand_over') order by o.name, o.id limit 500`
  )
