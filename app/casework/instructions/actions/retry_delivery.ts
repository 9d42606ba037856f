import { recordAction } from '#platform/audit/record'
import { notifyLive } from '#platform/live/notify'
import { ring } from '#platform/queue/doorbell'
import { firstRow, unitOfWork } from '#platform/tenancy/database'

/** Puts a delivery that was given up back into the line, under the same id and with a new time to answer; false when it is not given up. */
export async function retryDelivery(systemId: string, id: string): Promise<boolean> {
  return unitOfWork(async () => {
    const again = await firstRow<{ case_id: string }>(
      `update tenant.instruction_deliveries d set state = 'waiting', attempts = 0, next_at = now(), told_at = null,
              answer_due = now() + make_interval(mins => s.answer_minutes)
         from tenant.instructions i, tenant.connected_systems s
        where d.id = ? and d.system_id = ? and d.state = 'dead' and i.tenant_id = d.tenant_id and i.id = d.instruction_id
          and s.tenant_id = d.tenant_id and s.id = d.system_id
        returning i.case_id`,
      [id, systemId]
    )
    if (!again) return false
    await recordAction({
      action: 'instruction.retried',
      subject: { kind: 'case', id: again.case_id },
      data: { delivery: id, system: systemId },
    })
    await notifyLive('case:changed', again.case_id)
    await ring('instructions')
    return true
  })
}
