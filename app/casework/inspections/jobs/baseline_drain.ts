import { ringAt } from '#platform/queue/doorbell'
import { DrainJob } from '#platform/queue/job'
import { drawBaseline } from '../baseline/draw_baseline.js'
import { rateNow } from '../baseline/rates.js'

const HOUR = 3_600_000

/** Once an hour while there is a rate: draws the random baseline of what arrives. Its bell hangs for the next hour before the work begins. */
export default class BaselineDrain extends DrainJob {
  static override readonly jobName = 'baseline.drain'
  static override readonly room = 'baseline'

  async drain(): Promise<boolean> {
    const rate = await rateNow()
    if (!rate || rate.perMille === 0) return false
    await ringAt('baseline', new Date(Date.now() + HOUR))
    return drawBaseline(Date.now())
  }
}
