import { err, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import type { Failure } from '#platform/http/failure'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { orderInspection } from '../../inspections/actions/order_inspection.js'
import type { NewOrder } from '../../inspections/new_order.js'
import { moveCase } from './move_case.js'
import { writeCaseEvent } from './write_case_event.js'

/** Orders an inspection of cargo of this case, by its workflow. That it was for a case, nobody who inspects can learn. */
export async function orderForCase(
  caseId: string,
  wanted: NewOrder,
  overBooked: string | null,
  officer: Officer,
  seen: number
): Promise<Result<string, Failure>> {
  return allOrNothing<string, Failure>(async () => {
    const inside = await firstRow(`select 1 from tenant.case_consignments where case_id = ? and consignment_id = ?`, [
      caseId,
      wanted.consignmentId,
    ])
    if (!inside) return err({ kind: 'not_found' })
    const moved = await moveCase(caseId, { act: 'order_inspection', officer, seen })
    if (!moved.ok) return moved
    const mayOverBook = officer.permissions.has('inspections.approve')
    const made = await orderInspection(wanted, { kind: 'officer', id: officer.id, mayOverBook, overBooked })
    if (!made.ok) return made
    await execute(`insert into tenant.case_orders (tenant_id, order_id, case_id) values (?, ?, ?)`, [
      tenancy.current().administration.id,
      made.value,
      caseId,
    ])
    await writeCaseEvent(caseId, 'ordered', { officerId: officer.id, target: made.value })
    return made
  })
}
