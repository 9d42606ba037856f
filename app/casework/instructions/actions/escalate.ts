import { recordAction } from '#platform/audit/record'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { changed, subjectOf, troubled, type About } from '../about.js'

/** Tells whoever approves holds of instructions that nobody answered in time; once for each. */
export async function escalateUnanswered(now: Date): Promise<{ next: Date | null }> {
  await unitOfWork(async () => {
    const late = await rows<About & { id: string; system_id: string }>(
      `update tenant.instruction_deliveries d set told_at = ? from tenant.instructions i
        where i.tenant_id = d.tenant_id and i.id = d.instruction_id and d.answer is null and d.told_at is null and d.answer_due <= ?
        returning d.id, d.system_id, i.case_id as "caseId", i.order_id as "orderId"`,
      [now, now]
    )
    for (const { id, system_id: system, ...about } of late)
      await recordAction({
        action: 'instruction.unanswered',
        subject: subjectOf(about),
        data: { delivery: id, system },
      })
    // Once for each case or order, however many systems are silent.
    const abouts = new Map(late.map((about) => [about.caseId ?? about.orderId, about]))
    for (const about of abouts.values()) {
      await troubled(about)
      await changed(about)
    }
  })
  const waiting = await firstRow<{ next: Date | null }>(
    `select min(answer_due) as next from tenant.instruction_deliveries where answer is null and told_at is null`
  )
  return { next: waiting?.next ?? null }
}
