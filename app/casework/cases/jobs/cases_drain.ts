import { DrainJob } from '#platform/queue/job'
import { ringAt } from '#platform/queue/doorbell'
import { tellOfDue } from '../actions/tell_of_due.js'
import { nextDue } from '../queries/next_due.js'

/** The clock of cases and their tasks. */
export default class CasesDrain extends DrainJob {
  static override readonly jobName = 'cases.drain'
  static override readonly room = 'cases'

  async drain(now = new Date()): Promise<boolean> {
    if (await tellOfDue(now)) return true
    const next = await nextDue(now)
    if (next) await ringAt('cases', next)
    return false
  }
}
