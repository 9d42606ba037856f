import { firstRow, rows } from '#platform/tenancy/database'
import type { ItemAnswer } from '../codes.js'

export interface ChecklistItemRow {
  code: string
  finds: number | null
  findsOf: number | null
  counted: 'lane' | 'boxes' | null
  lastFound: Date | null
  answer: ItemAnswer | null
  reason: string | null
  answeredAt: Date | null
}

/** Lines of an order in the order in which they are worked. Orders of the first builds have none. */
export const listChecklist = (orderId: string): Promise<ChecklistItemRow[]> =>
  rows(
    `select code, finds, finds_of as "findsOf", counted, last_found as "lastFound", answer, reason, answered_at as "answeredAt"
       from tenant.inspection_checklist_items where order_id = ? order by position`,
    [orderId]
  )

/** Lines where something was found, as far as their answer says. */
export const foundItems = async (orderId: string): Promise<number> =>
  (await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.inspection_checklist_items where order_id = ? and answer = 'found'`,
    [orderId]
  ))!.count
