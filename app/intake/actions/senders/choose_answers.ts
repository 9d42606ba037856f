import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { firstRow, unitOfWork } from '#platform/tenancy/database'
import { holdPluginsOf, listOfferedAnswers } from '../../queries/senders/list_offered_answers.js'

/** What this sender is answered with, from its next message on; nothing ends it. Only what is offered here can be chosen. */
export async function chooseAnswers(sender: string, wanted: readonly string[]): Promise<Result<null, Failure>> {
  const answers = [...new Set(wanted)].sort()
  return unitOfWork(async () => {
    await holdPluginsOf(answers)
    const offered = (await listOfferedAnswers()).map(({ code }) => code)
    const unknown = answers.find((code) => !offered.includes(code))
    if (unknown !== undefined)
      return err(invalid('answers', 'senders.answer_unknown', { answer: unknown, offered: offered.join(', ') }))
    const known = await firstRow<{ id: string }>(`update tenant.senders set answers = ? where code = ? returning id`, [
      answers.join(' '),
      sender,
    ])
    if (!known) return err({ kind: 'not_found' as const })
    await recordAction({
      action: 'sender.answers_chosen',
      subject: { kind: 'sender', id: known.id },
      data: { answers },
    })
    return ok(null)
  })
}
