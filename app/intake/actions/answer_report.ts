import { writeManifestAnswer } from '#core/formats/asycuda/answers/manifest_answer'
import { ASYCUDA_ROOTS } from '#core/formats/asycuda/roots'
import { writeCusres } from '#core/formats/edifact/answers/cusres'
import type { ReadMessage } from '#core/formats/format'
import type { Problem } from '#core/kernel/problem'
import { wantsAnswer } from '../answer.js'
import type { Sender } from './find_sender.js'
import { storeAnswer } from './store_answer.js'
import type { MessageInHand } from './take_message.js'

/**
 * Answers a cargo report with what was decided about it, where the administration wants that for its
 * sender: registered under the receipt, with what has to be mended, or rejected. Tests and history are
 * not answered.
 */
export async function answerReport(
  received: MessageInHand,
  { report, envelope, index }: ReadMessage,
  sender: Sender,
  { problems, rejected }: { problems: readonly Problem[]; rejected: boolean }
): Promise<void> {
  if (!report || received.historical || !wantsAnswer(sender.answers, 'decision')) return
  if (report.test || report.function === 'test' || envelope?.test) return
  const told = problems.filter(({ severity }) => severity !== 'info')
  const taken = told.length === 0 ? ('accepted' as const) : ('accepted_with_problems' as const)
  const decision = rejected
    ? { outcome: 'rejected' as const, registration: null }
    : { outcome: taken, registration: received.receipt }
  const to = { receivedMessageId: received.id, position: index }
  const source = { report, problems: told, decision }
  if (envelope) await storeAnswer({ ...to, kind: 'cusres' }, (head) => writeCusres({ ...source, envelope }, head))
  else if (ASYCUDA_ROOTS.has(report.type.toLowerCase()))
    await storeAnswer({ ...to, kind: 'manifest_answer' }, (head) => writeManifestAnswer(source, head))
}
