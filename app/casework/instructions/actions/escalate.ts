import { recordAction } from '#platform/audit/record'
import { announce } from '#platform/events/announce'
import { notifyLive } from '#platform/live/notify'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import '../events.js'

/** Tells whoever approves holds of instructions that nobody answered in time; once for each. */
export async function escalateUnanswered(now: Date): Promise<{ next: Date | null }> {
  await unitOfWork(async () => {
    const late = await rows<{ id: string; system_id: string; case_id: string }>(
      `update tenant.instruction_deliveries d set told_at = ? from tenant.instructions i
        where i.tenant_id = d.tenant_id and i.id = d.instruction_id and d.answer is null and d.told_at is null and d.answer_due <= ?
        returning d.id, d.system_id, i.case_id`,
      [now, now]
    )
    for (const { id, system_id: system, case_id: caseId } of late)
      await recordAction({
        action: 'instruction.unanswered',
        subject: { kind: 'case', id: caseId },
        data: { delivery: id, system },
      })
    for (const caseId of new Set(late.map((each) => each.case_id))) {
      await announce('instruction:troubled', { caseId })
      await notifyLive('case:changed', caseId)
    }
  })
  const waiting = await firstRow<{ next: Date | null }>(
    `select min(answer_due) as next from tenant.instruction_deliveries where answer is null and told_at is null`
  )
  return { next: waiting?.next ?? null }
}
