import { Worker } from 'bullmq'
import logger from '@adonisjs/core/services/logger'
import { queueBackend } from './connection.js'
import type { JobEnvelope } from './envelope.js'
import { perform } from './perform.js'

export interface ConsumerOptions {
  /** Jobs at a time. */
  concurrency: number
  redisUrl?: string | undefined
  /** Milliseconds a job is left to a worker that gives no sign of life. */
  lockDuration?: number
  /** Milliseconds between two looks for such jobs. */
  stalledInterval?: number
}

/**
 * Takes jobs of one queue and executes them, once the backend answered. Short locks: what a killed
 * worker held is taken up again after 6 to 7 s, as often as it takes, because drains are repeatable.
 * @throws when the backend does not answer: this consumer will never be ready, start another
 */
export async function startConsumer(name: string, options: ConsumerOptions): Promise<Worker<JobEnvelope>> {
  const { concurrency, redisUrl, lockDuration = 6_000, stalledInterval = 1_000 } = options
  const { connection, backend } = queueBackend(4, redisUrl)
  const worker = new Worker<JobEnvelope>(
    name,
    async (job) => perform(job.data),
    { connection, concurrency, lockDuration, stalledInterval, maxStalledCount: 1_000, autorun: false },
    backend as never
  )
  worker.on('error', (error) => logger.error({ err: error }, 'queue'))
  worker.on('failed', (job, error) => logger.error({ err: error, job: job?.name }, 'job failed'))
  try {
    await worker.waitUntilReady()
  } catch (error) {
    await worker.close(true).catch(() => {})
    throw error
  }
  worker.run().catch((error) => logger.error({ err: error }, 'queue'))
  return worker
}
