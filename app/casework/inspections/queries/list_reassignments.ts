import { firstRow, rows } from '#platform/tenancy/database'

interface ReassignmentRow {
  id: string
  from: string | null
  to: string
  toId: string
  reason: string
  state: 'waiting' | 'confirmed' | 'refused' | 'outdated'
  askedBy: string
  askedById: string
  decidedBy: string | null
  askedAt: Date
}

/** Changes of the drawn inspector that somebody asked for, newest first. */
export const listReassignments = (orderId: string): Promise<ReassignmentRow[]> =>
  rows(
    `select r.id, f.name as "from", w.name as "to", r.to_id as "toId", r.reason, r.state, a.name as "askedBy", r.asked_by as "askedById",
            d.name as "decidedBy", r.asked_at as "askedAt"
       from tenant.inspection_reassignments r
       left join tenant.officers f on f.id = r.from_id left join tenant.officers d on d.id = r.decided_by
       join tenant.officers w on w.id = r.to_id join tenant.officers a on a.id = r.asked_by
      where r.order_id = ? order by r.id desc limit 20`,
    [orderId]
  )

/** Who could inspect this order, by name; what else they have to do with it is not said. */
export const listAble = (orderId: string): Promise<{ id: string; name: string }[]> =>
  rows(
    `select o.id, o.name from tenant.draw_candidates(?) as c (id) join tenant.officers o on o.id = c.id order by o.name, o.id`,
    [orderId]
  )

export const isAble = async (orderId: string, officerId: string): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.draw_candidates(?) as c (id) where c.id = ?`, [orderId, officerId])) !== null
