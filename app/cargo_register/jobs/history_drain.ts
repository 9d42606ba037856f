import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { checkHistory, foldCounters } from '../actions/check_history.js'

const DAY = 86_400_000

/** Once a day: counts everything again and compares, then folds the counters of days that are over. The bell of the next day hangs first. */
export default class HistoryDrain extends DrainJob {
  static override readonly jobName = 'history.drain'
  static override readonly room = 'history'

  async drain(): Promise<boolean> {
    await ringAt('history', new Date(Date.now() + DAY))
    await checkHistory({ repair: false })
    await foldCounters()
    return false
  }
}
