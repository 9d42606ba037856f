import { writeManifestAnswer } from '#core/formats/asycuda/answers/manifest_answer'
import { ASYCUDA_ROOTS } from '#core/formats/asycuda/roots'
import { writeCusres } from '#core/formats/edifact/answers/cusres'
import type { ReadMessage } from '#core/formats/format'
import type { Problem } from '#core/kernel/problem'
import { chosenAnswers, wantsAnswer } from '../answer.js'
import { acknowledgementFor } from './acknowledge.js'
import type { Sender } from './find_sender.js'
import { storeAnswer, storeFile } from './store_answer.js'
import type { MessageInHand } from './take_message.js'

/**
 * Answers a cargo report with what was decided about it, where the administration wants that for its
 * sender: registered under the receipt, with what has to be mended, or rejected. The acknowledgement of a
 * plugin, where one is chosen that answers this report, takes the place of core's. Tests and history are not
 * answered.
 */
export async function answerReport(
  received: MessageInHand,
  { report, envelope, index }: ReadMessage,
  sender: Sender,
  { problems, rejected }: { problems: readonly Problem[]; rejected: boolean }
): Promise<void> {
  const chosen = chosenAnswers(sender.answers)
  if (!report || received.historical || chosen.length === 0) return
  if (report.test || report.function === 'test' || envelope?.test) return
  const told = problems.filter(({ severity }) => severity !== 'info')
  const taken = told.length === 0 ? ('accepted' as const) : ('accepted_with_problems' as const)
  const decision = rejected
    ? { outcome: 'rejected' as const, registration: null }
    : { outcome: taken, registration: received.receipt }
  const to = { receivedMessageId: received.id, position: index }
  const source = { report, problems: told, decision }
  const own = await acknowledgementFor(report, chosen)
  if (own) return storeFile({ ...to, ...own }, (head) => own.write({ ...source, envelope: envelope ?? null }, head))
  if (!wantsAnswer(sender.answers, 'decision')) return
  if (envelope) await storeAnswer({ ...to, kind: 'cusres' }, (head) => writeCusres({ ...source, envelope }, head))
  else if (ASYCUDA_ROOTS.has(report.type.toLowerCase()))
    await storeAnswer({ ...to, kind: 'manifest_answer' }, (head) => writeManifestAnswer(source, head))
}
