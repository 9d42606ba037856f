import { firstRow, rows } from '#platform/tenancy/database'

interface DrawDay {
  day: string
  draws: number
  orders: number
  /** Draws without anybody able. */
  empty: number
  /** Orders whose drawn inspector was changed by two people. */
  changed: number
  revealedAt: Date | null
}

/** Days on which somebody was drawn, newest first. */
export const listDrawDays = (): Promise<DrawDay[]> =>
  rows(
    `select d.day::text, count(*)::int as draws, count(distinct d.order_id)::int as orders, count(*) filter (where d.drawn_id is null)::int as empty,
            (select count(distinct r.order_id) from tenant.inspection_reassignments r join tenant.inspection_draws x on x.order_id = r.order_id
              where r.state = 'confirmed' and x.day = d.day)::int as changed,
            (select min(v.at) from tenant.draw_reveals v where v.day = d.day) as "revealedAt"
       from tenant.inspection_draws d group by d.day order by d.day desc limit 400`
  )

export interface DrawRow {
  id: string
  orderId: string
  number: string
  round: number
  kid: string
  commitment: string
  candidates: string[]
  names: string[]
  drawnId: string | null
  drawn: string | null
  reason: string
  at: Date
}

/** Draws of a day in the order in which they were made. */
export const listDraws = (day: string): Promise<DrawRow[]> =>
  rows(
    `select d.id, d.order_id as "orderId", o.number::text, d.round, d.kid, d.commitment, d.candidates::text[] as candidates,
            array(select p.name from tenant.officers p where p.id = any (d.candidates) order by p.name, p.id) as names,
            d.drawn_id as "drawnId", w.name as drawn, d.reason, d.at
       from tenant.inspection_draws d join tenant.inspection_orders o on o.id = d.order_id
       left join tenant.officers w on w.id = d.drawn_id
      where d.day = ?::date order by d.id limit 2000`,
    [day]
  )

export interface RevealRow {
  kid: string
  dayKey: string
  by: string
  at: Date
}

/** Keys of a day that were revealed; one, unless the sealed key changed within the day. */
export const listReveals = (day: string): Promise<RevealRow[]> =>
  rows(
    `select r.kid, r.day_key as "dayKey", o.name as by, r.at from tenant.draw_reveals r join tenant.officers o on o.id = r.revealed_by
      where r.day = ?::date order by r.kid`,
    [day]
  )

export const wasDrawnOn = async (day: string): Promise<boolean> =>
  (await firstRow(
    `select 1 where exists (select 1 from tenant.inspection_draws where day = ?::date) or exists (select 1 from tenant.baseline_tickets where day = ?::date)`,
    [day, day]
  )) !== null
