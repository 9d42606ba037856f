import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { gatherMails } from '../actions/gather_mails.js'
import { sendMails } from '../actions/send_mails.js'

/** Mails what officers asked to be told of, when they asked for it. */
export default class DeliveryDrain extends DrainJob {
  static override readonly jobName = 'delivery.drain'
  static override readonly room = 'delivery'

  async drain(now = new Date()): Promise<boolean> {
    const gathered = await gatherMails(now)
    const sent = await sendMails(now)
    const next = [gathered.next, sent.next].flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
    if (next) await ringAt('delivery', next)
    return gathered.more || sent.more
  }
}
