import { Queue } from 'bullmq'
import logger from '@adonisjs/core/services/logger'
import type { ApplicationService } from '@adonisjs/core/types'
import { queueBackend } from './connection.js'
import { useJobSender, type JobSender } from './dispatch.js'

export const QUEUE = 'landfall'

/** Lazy: a command that sends no job opens no connection. */
export class BullSender implements JobSender {
  #queue: Queue | undefined

  constructor(
    private readonly name: string,
    private readonly redisUrl?: string
  ) {}

  async send(...job: Parameters<JobSender['send']>): Promise<void> {
    const queue = (this.#queue ??= this.#open())
    try {
      await this.#add(queue, ...job)
    } catch (error) {
      // A queue whose database was away at its first use never becomes ready: the next job opens a new one.
      if (this.#queue === queue) this.#queue = undefined
      await queue.close().catch(() => {})
      throw error
    }
  }

  async release(deduplicationId: string): Promise<void> {
    await (this.#queue ??= this.#open()).removeDeduplicationKey(deduplicationId)
  }

  #open(): Queue {
    const { connection, backend } = queueBackend(2, this.redisUrl)
    const queue = new Queue(this.name, { connection }, backend as never)
    queue.on('error', (error) => logger.warn({ err: error }, 'queue'))
    return queue
  }

  async #add(
    queue: Queue,
    envelope: Parameters<JobSender['send']>[0],
    options: Parameters<JobSender['send']>[1]
  ): Promise<void> {
    await queue.add(envelope.job, envelope, {
      attempts: options.attempts,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: true,
      removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
      ...(options.deduplicationId ? { deduplication: { id: options.deduplicationId, keepLastIfActive: true } } : {}),
    })
  }

  async close(): Promise<void> {
    await this.#queue?.close()
  }
}

export default class QueueProvider {
  #sender = new BullSender(QUEUE)

  constructor(protected app: ApplicationService) {}

  register() {
    useJobSender(this.#sender)
  }

  async shutdown() {
    await this.#sender.close()
  }
}
