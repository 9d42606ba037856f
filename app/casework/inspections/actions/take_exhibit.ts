import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { findFinding } from '../queries/list_findings.js'
import { writeCustody } from './write_custody.js'

interface NewExhibit {
  description: string
  quantity: string | null
  unit: string | null
  seal: string | null
  place: string
  /** The finding it proves. */
  findingId: string | null
}

/** Takes something into custody at an inspection that is under way; the inspector holds it first. */
export async function takeExhibit(
  orderId: string,
  officerId: string,
  exhibit: NewExhibit
): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    const order = await firstRow(
      `select id from tenant.inspection_orders where id = ? and state = 'in_progress' and inspector_id = ? for update`,
      [orderId, officerId]
    )
    if (!order) return err(conflict('casework.refused_not_in_progress'))
    if (exhibit.findingId && !(await findFinding(orderId, exhibit.findingId))) return err({ kind: 'not_found' })
    const id = uuidv7()
    await execute(
      `insert into tenant.exhibits (tenant_id, id, order_id, sequence, description, quantity, unit, finding_id, taken_by)
       select ?, ?, ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ? from tenant.exhibits where order_id = ?`,
      [
        tenancy.current().administration.id,
        id,
        orderId,
        exhibit.description,
        exhibit.quantity,
        exhibit.unit,
        exhibit.findingId,
        officerId,
        orderId,
      ]
    )
    const holder = { reason: 'taken', holderId: officerId, holderName: null, place: exhibit.place, seal: exhibit.seal }
    const hash = await writeCustody(orderId, id, holder, officerId)
    await recordAction({
      action: 'exhibit.taken',
      subject: { kind: 'inspection', id: orderId },
      data: { exhibit: id, finding: exhibit.findingId, hash },
    })
    await notifyLive('inspection:changed', orderId)
    return ok(id)
  })
}
