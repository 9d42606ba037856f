import { DrainJob } from '#platform/queue/job'
import { reportHealth } from '#platform/database/health'
import { firstRow } from '#platform/tenancy/database'
import { assessBatch } from '../actions/assess_batch.js'

/** Consignments weighed in one transaction, and batches before the next administration has its turn. */
const BATCH = 250
const BATCHES = 4

export default class TargetingDrain extends DrainJob {
  static override readonly jobName = 'targeting.drain'
  static override readonly room = 'targeting'

  async drain(): Promise<boolean> {
    for (let batch = 0; batch < BATCHES; batch++) {
      if ((await assessBatch(BATCH)) < BATCH) return this.#waiting()
    }
    return this.#waiting()
  }

  async #waiting(): Promise<boolean> {
    const waiting = await firstRow<{ count: string }>(`select count(*) as count from tenant.assessment_requests`)
    await reportHealth('assessments_waiting', Number(waiting?.count ?? 0))
    return Number(waiting?.count ?? 0) > 0
  }
}
