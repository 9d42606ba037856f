import { Worker } from 'bullmq'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { queueBackend } from '#platform/queue/connection'
import type { JobEnvelope } from '#platform/queue/envelope'
import { perform } from '#platform/queue/perform'
import { QUEUE } from '#platform/queue/queue_provider'
import { sweepDoorbells } from '#platform/queue/sweep'

const SWEEP_EVERY_MS = 5_000

/** Serves the queue until it is told to stop. */
export default class WorkerCommand extends BaseCommand {
  static override commandName = 'worker'
  static override description = 'Read, weigh and tell: serve the queue'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: 'Jobs at a time', default: 2 })
  declare concurrency: number

  override async run() {
    const { connection, backend } = queueBackend(4)
    const worker = new Worker<JobEnvelope>(
      QUEUE,
      async (job) => perform(job.data),
      // Short locks: what a killed worker held is taken up again within seconds, and drains are idempotent.
      { connection, concurrency: this.concurrency, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 },
      backend as never
    )
    worker.on('error', (error) => this.app.container.make('logger').then((logger) => logger.error({ err: error }, 'queue')))
    worker.on('failed', (job, error) =>
      this.app.container.make('logger').then((logger) => logger.error({ err: error, job: job?.name }, 'job failed'))
    )
    const sweep = setInterval(() => void sweepDoorbells(SWEEP_EVERY_MS).catch(() => {}), SWEEP_EVERY_MS)

    this.app.terminating(async () => {
      clearInterval(sweep)
      await worker.close()
      if (process.connected) process.disconnect()
    })
    process.on('SIGINT', () => (process.connected ? undefined : void this.app.terminate()))
    process.on('disconnect', () => void this.app.terminate())
    await worker.waitUntilReady()
    await sweepDoorbells(0)
    process.send?.({ isAdonisJS: true, environment: 'worker' })
  }
}
