import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, forbidden, invalid, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { writeCustody, type Holder } from './write_custody.js'

/**
 * Hands an exhibit on. Who holds it says so; what somebody outside holds is taken back by the officer
 * who receives it. What was destroyed or given back to its owner moves no more.
 */
export async function handOverExhibit(
  orderId: string,
  exhibitId: string,
  officerId: string,
  to: Holder
): Promise<Result<null, Failure>> {
  if ((to.holderId === null) === (to.holderName === null)) return err(invalid('holderName', 'casework.holder_needed'))
  return unitOfWork(async () => {
    // The order is the lock: rows of a chain cannot be locked by whoever may not change them.
    await firstRow(`select id from tenant.inspection_orders where id = ? for update`, [orderId])
    const exhibit = await firstRow(`select id from tenant.exhibits where id = ? and order_id = ?`, [exhibitId, orderId])
    if (!exhibit) return err({ kind: 'not_found' })
    const now = (await firstRow<{ holder_id: string | null; reason: string }>(
      `select holder_id, reason from tenant.exhibit_custody where exhibit_id = ? order by position desc limit 1`,
      [exhibitId]
    ))!
    if (now.reason === 'owner' || now.reason === 'destruction') return err(conflict('casework.exhibit_gone'))
    const mine = now.holder_id === officerId || (now.holder_id === null && to.holderId === officerId)
    if (!mine) return err(forbidden('casework.exhibit_held'))
    if (to.holderId !== null && !(await isActive(to.holderId))) return err({ kind: 'not_found' })
    const hash = await writeCustody(orderId, exhibitId, to, officerId)
    await recordAction({
      action: 'exhibit.handed_over',
      subject: { kind: 'inspection', id: orderId },
      data: { exhibit: exhibitId, reason: to.reason, to: to.holderId, hash },
    })
    await notifyLive('inspection:changed', orderId)
    return ok(null)
  })
}

const isActive = async (officerId: string): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.officers where id = ? and state = 'active'`, [officerId])) !== null
