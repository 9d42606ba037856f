import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { firstRow, execute, unitOfWork } from '#platform/tenancy/database'
import { changed, subjectOf, troubled, type About } from '../about.js'
import type { Answer } from '../codes.js'

interface Told extends About {
  id: string
  answer: Answer | null
}

/**
 * What a system did with an instruction. Said once: the same again changes nothing, another answer is a
 * conflict. It had the instruction, so that nothing is sent to it any more, also where our own attempt
 * did not come back.
 */
export async function answerInstruction(
  instructionId: string,
  systemId: string,
  { answer, reason }: { answer: Answer; reason: string | null }
): Promise<Result<Answer, 'not_found' | 'answered_otherwise'>> {
  return unitOfWork(async () => {
    const told = await firstRow<Told>(
      `select d.id, i.case_id as "caseId", i.order_id as "orderId", d.answer from tenant.instruction_deliveries d
         join tenant.instructions i on i.tenant_id = d.tenant_id and i.id = d.instruction_id
        where d.instruction_id = ? and d.system_id = ? for update of d`,
      [instructionId, systemId]
    )
    if (!told) return err('not_found' as const)
    if (told.answer !== null) return told.answer === answer ? ok(answer) : err('answered_otherwise' as const)
    await execute(
      `update tenant.instruction_deliveries set answer = ?, answer_reason = ?, answered_at = now(), state = 'delivered',
              delivered_at = coalesce(delivered_at, now()), error = null where id = ?`,
      [answer, answer === 'refused' ? reason : null, told.id]
    )
    await recordAction({
      action: 'instruction.answered',
      subject: subjectOf(told),
      data: { delivery: told.id, system: systemId, answer },
    })
    if (answer === 'refused') await troubled(told)
    await changed(told)
    return ok(answer)
  })
}
