import { setTimeout as sleep } from 'node:timers/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { Logger } from '@adonisjs/core/logger'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { startSealing } from '#platform/audit/seal_loop'
import { startConsumer } from '#platform/queue/consumer'
import { QUEUE } from '#platform/queue/queue_provider'
import { sweepDoorbells } from '#platform/queue/sweep'

const SWEEP_EVERY_MS = 5_000
const AGAIN_MS = 500

/** Serves the queue until it is told to stop; a database that is away at its start is waited for. */
export default class WorkerCommand extends BaseCommand {
  static override commandName = 'worker'
  static override description = 'Read, weigh and tell: serve the queue; seal the audit'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: 'Jobs at a time', default: 2 })
  declare concurrency: number

  override async run() {
    process.on('SIGINT', () => (process.connected ? undefined : void this.app.terminate()))
    process.on('disconnect', () => void this.app.terminate())
    const logger = await this.app.container.make('logger')
    const consumer = await this.#consumer(logger)
    const sweep = (olderThanMs: number) =>
      sweepDoorbells(olderThanMs).catch((error) => logger.warn({ err: error }, 'no sweep'))
    const sweeping = setInterval(() => void sweep(SWEEP_EVERY_MS), SWEEP_EVERY_MS)
    const sealing = startSealing(logger)
    this.app.terminating(async () => {
      clearInterval(sweeping)
      await sealing.stop()
      await consumer.close()
      if (process.connected) process.disconnect()
    })
    await sweep(0)
    process.send?.({ isAdonisJS: true, environment: 'worker' })
  }

  async #consumer(logger: Logger) {
    for (;;) {
      try {
        return await startConsumer(QUEUE, { concurrency: this.concurrency })
      } catch (error) {
        if (this.app.isTerminating || this.app.isTerminated) throw error
        logger.warn({ err: error }, 'the queue does not answer yet')
        await sleep(AGAIN_MS)
      }
    }
  }
}
