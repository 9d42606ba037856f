import { recordAction } from '#platform/audit/record'
import { ring } from '#platform/queue/doorbell'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { changed, subjectOf, type About } from '../about.js'

/** Puts a delivery that was given up back into the line, under the same id and with a new time to answer; false when it is not given up. */
export async function retryDelivery(systemId: string, id: string): Promise<boolean> {
  return unitOfWork(async () => {
    const again = await firstRow<About>(
      `update tenant.instruction_deliveries d set state = 'waiting', attempts = 0, next_at = now(), told_at = null,
              answer_due = now() + make_interval(mins => s.answer_minutes)
         from tenant.instructions i, tenant.connected_systems s
        where d.id = ? and d.system_id = ? and d.state = 'dead' and i.tenant_id = d.tenant_id and i.id = d.instruction_id
          and s.tenant_id = d.tenant_id and s.id = d.system_id
        returning i.case_id as "caseId", i.order_id as "orderId"`,
      [id, systemId]
    )
    if (!again) return false
    await recordAction({
      action: 'instruction.retried',
      subject: subjectOf(again),
      data: { delivery: id, system: systemId },
    })
    await changed(again)
    await ring('instructions')
    return true
  })
}
