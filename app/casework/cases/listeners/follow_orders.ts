import type { RoomEvents } from '#platform/events/announce'
import { rows } from '#platform/tenancy/database'
import { moveCase } from '../actions/move_case.js'

/**
 * What becomes of an order moves its case by itself. Where the case stands elsewhere by then (closed, say,
 * or looked at a second time) the workflow refuses and nothing moves. Of a result that was told, who was drawn is taken for who looked.
 */
async function follow(orderIds: readonly string[], act: string): Promise<void> {
  const studied = await rows<{ caseId: string; inspectorId: string | null }>(
    `select g.case_id as "caseId", coalesce(o.inspector_id, o.drawn_id) as "inspectorId" from tenant.cases_of_orders(?::uuid[]) g
       join tenant.inspection_orders o on o.id = g.order_id order by g.order_id`,
    [orderIds]
  )
  for (const { caseId, inspectorId } of studied) await moveCase(caseId, { act, officer: null, onBehalfOf: inspectorId })
}

export const casesBegun = ({ orderIds }: RoomEvents['inspection:started']) => follow(orderIds, 'begin_inspection')
export const casesWithResult = ({ orderIds }: RoomEvents['inspection:done']) => follow(orderIds, 'record_result')
export const casesOfEndedOrders = ({ orderIds, how }: RoomEvents['inspection:ended']) =>
  follow(orderIds, how === 'missed' ? 'miss' : 'refuse_order')
