import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import type { ItemAnswer, NotPossible } from '../codes.js'

interface Answered {
  item: string
  answer: ItemAnswer
  /** Why it cannot be done; with `not_possible` only. */
  reason: NotPossible | null
}

/** What became of a line of the checklist: by the inspector, while the inspection is under way. A later answer holds. */
export async function answerItem(
  orderId: string,
  officerId: string,
  { item, answer, reason }: Answered
): Promise<Result<null, Failure>> {
  if ((answer === 'not_possible') !== (reason !== null)) return err(invalid('reason', 'casework.item_reason_needed'))
  return unitOfWork(async () => {
    const order = await firstRow(
      `select id from tenant.inspection_orders where id = ? and state = 'in_progress' and inspector_id = ? for share`,
      [orderId, officerId]
    )
    if (!order) return err(conflict('casework.refused_not_in_progress'))
    const answered = await execute(
      `update tenant.inspection_checklist_items set answer = ?, reason = ?, answered_by = ?, answered_at = now()
        where order_id = ? and code = ?`,
      [answer, reason, officerId, orderId, item]
    )
    if (answered === 0) return err({ kind: 'not_found' })
    await recordAction({
      action: 'inspection.item_answered',
      subject: { kind: 'inspection', id: orderId },
      data: { item, answer, reason },
    })
    await notifyLive('inspection:changed', orderId)
    return ok(null)
  })
}
