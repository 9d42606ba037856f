import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { startConsumer } from '#platform/queue/consumer'
import { QUEUE } from '#platform/queue/queue_provider'
import { sweepDoorbells } from '#platform/queue/sweep'

const SWEEP_EVERY_MS = 5_000

/** Serves the queue until it is told to stop; ends when the database is away at its start, to be started again. */
export default class WorkerCommand extends BaseCommand {
  static override commandName = 'worker'
  static override description = 'Read, weigh and tell: serve the queue'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: 'Jobs at a time', default: 2 })
  declare concurrency: number

  override async run() {
    process.on('SIGINT', () => (process.connected ? undefined : void this.app.terminate()))
    process.on('disconnect', () => void this.app.terminate())
    try {
      await this.#serve()
    } catch (error) {
      const logger = await this.app.container.make('logger')
      logger.fatal({ err: error }, 'worker does not start')
      process.exit(1)
    }
  }

  async #serve() {
    const logger = await this.app.container.make('logger')
    const consumer = await startConsumer(QUEUE, { concurrency: this.concurrency })
    const sweep = setInterval(() => {
      sweepDoorbells(SWEEP_EVERY_MS).catch((error) => logger.warn({ err: error }, 'no sweep'))
    }, SWEEP_EVERY_MS)
    this.app.terminating(async () => {
      clearInterval(sweep)
      await consumer.close()
      if (process.connected) process.disconnect()
    })
    await sweepDoorbells(0)
    process.send?.({ isAdonisJS: true, environment: 'worker' })
  }
}
