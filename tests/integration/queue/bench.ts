import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Queue, type Worker } from 'bullmq'
import { queueBackend } from '#platform/queue/connection'
import { startConsumer, type ConsumerOptions } from '#platform/queue/consumer'
import { useJobSender } from '#platform/queue/dispatch'
import { BullSender } from '#platform/queue/queue_provider'

export const BACKENDS = ['PostgreSQL', 'Redis'] as const
export type Backend = (typeof BACKENDS)[number]

/** Locks of the tests are short, so that what a killed worker held comes back soon. */
const SHORT = { lockDuration: 1_500, stalledInterval: 500 }

function redisUrl(backend: Backend): string | undefined {
  if (backend === 'PostgreSQL') return undefined
  const url = process.env.LANDFALL_TEST_REDIS_URL
  if (!url) throw new Error('LANDFALL_TEST_REDIS_URL is not set: the job service is tested on a real Redis too')
  return url
}

/** A queue of its own on one backend; everything dispatched in this process goes there until it is closed. */
export class QueueBench {
  readonly #name = `test-${randomUUID()}`
  readonly #url: string | undefined
  readonly #sender: BullSender
  readonly #before: ReturnType<typeof useJobSender>
  readonly #workers: Worker[] = []
  #child: ChildProcess | undefined

  constructor(backend: Backend) {
    this.#url = redisUrl(backend)
    this.#sender = new BullSender(this.#name, this.#url)
    this.#before = useJobSender(this.#sender)
  }

  get sender(): BullSender {
    return this.#sender
  }

  async consume(options: Partial<ConsumerOptions> = {}): Promise<Worker> {
    const worker = await startConsumer(this.#name, { concurrency: 1, redisUrl: this.#url, ...SHORT, ...options })
    this.#workers.push(worker)
    return worker
  }

  /** A worker in a process of its own that takes one job and never finishes it; resolves when it has it. */
  async doomedWorker(): Promise<ChildProcess> {
    const { connection } = queueBackend(2, this.#url)
    const settings = { name: this.#name, connection, redis: this.#url !== undefined, ...SHORT }
    this.#child = fork(join(import.meta.dirname, 'doomed_worker.mjs'), [JSON.stringify(settings)], { execArgv: [] })
    await once(this.#child, 'message')
    return this.#child
  }

  /** A job that stands for this id and whose time lies in the future. */
  async putOff(deduplicationId: string, delay: number): Promise<void> {
    const queue = this.#queue()
    await queue.add('put off', {}, { delay, deduplication: { id: deduplicationId, keepLastIfActive: true } })
    await queue.close()
  }

  async counts(): Promise<Record<string, number>> {
    const queue = this.#queue()
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed')
    await queue.close()
    return counts
  }

  async close(): Promise<void> {
    useJobSender(this.#before)
    this.#child?.kill('SIGKILL')
    for (const worker of this.#workers) await worker.close(true)
    await this.#sender.close()
    const queue = this.#queue()
    await queue.obliterate({ force: true })
    await queue.close()
  }

  #queue(): Queue {
    const { connection, backend } = queueBackend(1, this.#url)
    return new Queue(this.#name, { connection }, backend as never)
  }
}
