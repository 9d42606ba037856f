import { DrainJob } from '#platform/queue/job'
import { rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { assessBatch, type Half } from '../actions/assess_batch.js'

/** Consignments weighed in the first transaction: more than a single message files, fewer than a full one. */
const FIRST = 50
/** Of each half then: few at first, so that the database soon has something to write, more while more wait. */
const FEWEST = 100
const MOST = 400
/** One turn: long enough to be worth it, short enough that no administration holds up the others. */
const MILLISECONDS = 2_000

export default class TargetingDrain extends DrainJob {
  static override readonly jobName = 'targeting.drain'
  static override readonly room = 'targeting'

  async drain(): Promise<boolean> {
    const until = Date.now() + MILLISECONDS
    if ((await assessBatch(FIRST)) === FIRST) await this.#both(until)
    return this.#waiting()
  }

  /** The database writes one half while the other is weighed. */
  async #both(until: number): Promise<void> {
    const ended = await Promise.allSettled([this.#half(0, until), this.#half(1, until)])
    for (const half of ended) if (half.status === 'rejected') throw half.reason
  }

  async #half(half: Half, until: number): Promise<void> {
    for (let most = FEWEST; Date.now() < until; most = Math.min(MOST, most * 2))
      if ((await assessBatch(most, half)) < most) return
  }

  async #waiting(): Promise<boolean> {
    const [waiting] = await rows<{ value: string }>(
      `insert into control.health (administration_id, measure, value)
       select ?::uuid, 'assessments_waiting', count(*) from tenant.assessment_requests
       on conflict (administration_id, measure) do update set value = excluded.value, measured_at = now() returning value`,
      [tenancy.current().administration.id]
    )
    return Number(waiting!.value) > 0
  }
}
