import { recordAction } from '#platform/audit/record'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import type { AnswerWanted } from '../answer.js'

/** What this sender is answered with, from its next message on; nothing ends it. False: no such sender. */
export async function chooseAnswers(sender: string, wanted: readonly AnswerWanted[]): Promise<boolean> {
  const answers = [...new Set(wanted)].sort()
  return unitOfWork(async () => {
    const known = await firstRow<{ id: string }>(`update tenant.senders set answers = ? where code = ? returning id`, [
      answers.join(' '),
      sender,
    ])
    if (known)
      await recordAction({
        action: 'sender.answers_chosen',
        subject: { kind: 'sender', id: known.id },
        data: { answers },
      })
    return known !== null
  })
}
