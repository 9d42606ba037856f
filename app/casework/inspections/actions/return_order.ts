import type { Result } from '#core/kernel/result'
import type { Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { HOLDS } from '../queries/list_findings.js'
import { moveOrder, OTHER_PERSON } from './move_order.js'
import { stand, takeWhatStandsBeside } from './take_told_result.js'

/** By another than who inspected: the record is not complete. An inspector goes on; of what was told, the order waits again. */
export const returnOrder = (orderId: string, officerId: string, note: string): Promise<Result<null, Failure>> =>
  unitOfWork(async () => {
    const told = await toldOutcomeOf(orderId)
    return moveOrder(orderId, {
      act: told ? 'return_told' : 'return',
      officerId,
      set: { sql: 'closed_at = null', bindings: [] },
      where: OTHER_PERSON(officerId),
      note,
      ...(told && { then: () => putBack(orderId, told, officerId) }),
    })
  })

/** The system's record behind the outcome that holds; `null` where an inspector gave it. */
async function toldOutcomeOf(orderId: string): Promise<string | null> {
  const last = await firstRow<{ told: string | null }>(
    `select told_by as told from tenant.outcomes where order_id = ? order by position desc limit 1`,
    [orderId]
  )
  return last?.told ?? null
}

/** What was told found nothing for now: its findings are taken back, and what the system told since has its turn. */
async function putBack(orderId: string, told: string, officerId: string): Promise<void> {
  await execute(
    `insert into tenant.inspection_findings (tenant_id, id, order_id, what, place, code_edition, replaces, withdrawn, recorded_by)
     select ?, uuidv7(), f.order_id, f.what, f.place, f.code_edition, f.id, true, ? from tenant.inspection_findings f
      where f.order_id = ? and f.told_by = ? and ${HOLDS}`,
    [tenancy.current().administration.id, officerId, orderId, told]
  )
  await stand(told, 'returned')
  await takeWhatStandsBeside(orderId)
}
