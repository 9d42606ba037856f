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
    const { answerBell, databaseTime, ring } = await import('./doorbell.js')
    const room = (this.constructor as typeof DrainJob).room
    const startedAt = await databaseTime()
    if (await this.drain()) await ring(room)
    else await answerBell(room, startedAt)
  }
}

export type JobClass = {
  new (): Job
  readonly jobName: string
  readonly options: JobOptions
  readonly plane: 'tenant' | 'control'
}
