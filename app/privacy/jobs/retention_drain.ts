import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { runRetention } from '../actions/run_retention.js'

const DAY = 86_400_000

/** Once a day: masks and deletes what is due. Its bell hangs for the next day before the work begins, so that no crash ends the days. */
export default class RetentionDrain extends DrainJob {
  static override readonly jobName = 'retention.drain'
  static override readonly room = 'retention'

  async drain(): Promise<boolean> {
    const now = new Date()
    await ringAt('retention', new Date(now.getTime() + DAY))
    await runRetention(now, { dryRun: false })
    return false
  }
}
