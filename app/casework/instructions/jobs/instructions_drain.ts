import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { deliverInstructions } from '../actions/deliver.js'
import { escalateUnanswered } from '../actions/escalate.js'

/** Tells systems outside what was decided, and officers of what nobody answered. */
export default class InstructionsDrain extends DrainJob {
  static override readonly jobName = 'instructions.drain'
  static override readonly room = 'instructions'

  async drain(now = new Date()): Promise<boolean> {
    const sent = await deliverInstructions(now)
    const told = await escalateUnanswered(now)
    const next = [sent.next, told.next].flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
    if (next) await ringAt('instructions', next)
    return sent.more
  }
}
