import { rows } from '#platform/tenancy/database'

export interface OutcomeRow {
  id: string
  result: string
  judgement: string
  enforcement: string
  revenueMinor: string | null
  currency: string | null
  minutes: number | null
  people: number | null
  costMinor: string | null
  reason: string | null
  note: string | null
  recordedAt: Date
  /** A national system told it. */
  told: boolean
}

/** Outcomes of an order, the one that holds first. */
export const listOutcomesOf = (orderId: string): Promise<OutcomeRow[]> =>
  rows(
    `select id, result, judgement, enforcement, revenue_minor::text as "revenueMinor", currency, minutes, people, cost_minor::text as "costMinor", reason, note,
            recorded_at as "recordedAt", told_by is not null as told from tenant.outcomes where order_id = ? order by position desc`,
    [orderId]
  )
