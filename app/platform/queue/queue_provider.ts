import { Queue } from 'bullmq'
import type { ApplicationService } from '@adonisjs/core/types'
import { queueBackend } from './connection.js'
import { useJobSender, type JobSender } from './dispatch.js'

export const QUEUE = 'landfall'

/** Lazy: a command that sends no job opens no connection. */
class BullSender implements JobSender {
  #queue: Queue | undefined

  async send(envelope: Parameters<JobSender['send']>[0], options: Parameters<JobSender['send']>[1]): Promise<void> {
    const { connection, backend } = queueBackend(2)
    this.#queue ??= new Queue(QUEUE, { connection }, backend as never)
    await this.#queue.add(envelope.job, envelope, {
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
  #sender = new BullSender()

  constructor(protected app: ApplicationService) {}

  register() {
    useJobSender(this.#sender)
  }

  async shutdown() {
    await this.#sender.close()
  }
}
