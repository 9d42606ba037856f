import { DrainJob } from '#platform/queue/job'
import { runVerifications } from '../actions/run_verifications.js'

/** Verifies the chain when somebody asked. */
export default class AuditDrain extends DrainJob {
  static override readonly jobName = 'audit.drain'
  static override readonly room = 'audit'

  async drain(): Promise<boolean> {
    await runVerifications()
    return false
  }
}
