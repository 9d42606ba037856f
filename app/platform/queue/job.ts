import type { Fault } from '#platform/faults/fault'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { JobEnvelope } from './envelope.js'

export type JobPayload = JobEnvelope['payload']

export interface JobOptions {
  /** Same id = one waiting job at most, and one more ring kept while it runs. */
  deduplicate?: (administrationId: string | null) => string
  attempts?: number
}

/** Work for the worker, inside the administration that dispatched it. */
export abstract class Job {
  static readonly jobName: string
  static readonly options: JobOptions = {}
  /** A control job runs outside every administration. */
  static readonly plane: 'tenant' | 'control' = 'tenant'

  abstract execute(payload: JobPayload): Promise<void>
}

/** Drains of this process that are at work. */
const busy = new Set<string>()

/** With what a turn answers its bell and reports; loaded by the first one, since it reaches back to here. */
const load = async () => ({
  ...(await import('./doorbell.js')),
  ...(await import('#platform/faults/report_clock')),
  ...(await import('#platform/faults/report_fault')),
})
let toldBy: ReturnType<typeof load> | undefined

/** A drain writes no blob: that the store has room again is seen by who receives. */
const MET_BY_DRAINS: readonly Fault[] = ['database_full', 'database_away', 'store_away']

/**
 * Drains what waits in one room of one administration: a bounded batch, then again while rows
 * remain, so that nobody's flood holds up the others. Never one job per consignment.
 */
export abstract class DrainJob extends Job {
  static readonly room: string
  static override readonly options: JobOptions = { attempts: 5 }

  /** Handles one bounded batch; true while rows remain. */
  abstract drain(): Promise<boolean>

  async execute(): Promise<void> {
    const { answerBell, databaseTime, ringOn, reportClock, reportFault, reportWorking } = await (toldBy ??= load())
    const room = (this.constructor as typeof DrainJob).room
    const turn = `${room}/${tenancy.current().administration.id}`
    // The bell still hangs: who is at it answers it, or the sweep rings again.
    if (busy.has(turn)) return
    busy.add(turn)
    try {
      const startedAt = await databaseTime()
      await reportClock(startedAt)
      if (await this.drain()) await ringOn(room)
      else await answerBell(room, startedAt)
    } catch (error) {
      await reportFault(error)
      throw error
    } finally {
      busy.delete(turn)
    }
    await reportWorking(MET_BY_DRAINS)
  }
}

export type JobClass = {
  new (): Job
  readonly jobName: string
  readonly options: JobOptions
  readonly plane: 'tenant' | 'control'
}
