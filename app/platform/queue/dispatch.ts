import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { tenancy } from '#platform/tenancy/tenant_context'
import { signEnvelope, type JobEnvelope } from './envelope.js'
import type { JobClass } from './job.js'
import { jobRegistry } from './registry.js'

/** How the queue is reached; the provider sets BullMQ, tests set a fake. */
export interface JobSender {
  send(envelope: JobEnvelope, options: { deduplicationId: string | null; attempts: number }): Promise<void>
  /** Lets go of a job that stands for this id and never comes to its turn. */
  release?(deduplicationId: string): Promise<void>
}

/** A client whose Redis is away waits for it without end; a receipt does not. */
const PATIENCE_MS = 1_500
/** After a send that failed, how long the sweep alone rings. */
const REST_MS = 3_000
let restsUntil = -Infinity

let sender: JobSender | undefined
export const useJobSender = (next: JobSender | undefined): JobSender | undefined => {
  const before = sender
  sender = next
  restsUntil = -Infinity
  return before
}

/**
 * Sends a job, stamped with the current administration. A lost send is not an error of the
 * caller: rows are the truth and the sweep rings again.
 */
export async function dispatch(jobName: string, payload: JobEnvelope['payload'] = {}): Promise<void> {
  if (!sender || performance.now() < restsUntil) return
  const job = jobRegistry.get(jobName)
  const context = job.plane === 'tenant' ? tenancy.current() : null
  const administrationId = context?.administration.id ?? null
  const envelope = signEnvelope({
    job: jobName,
    administrationId,
    actor: context?.actor ?? { kind: 'system', id: 'platform' },
    correlationId: context?.correlationId ?? randomUUID(),
    payload,
    issuedAt: Date.now(),
  })
  try {
    const deduplicationId = deduplicationIdOf(job, administrationId)
    await inTime(sender.send(envelope, { deduplicationId, attempts: job.options.attempts ?? 3 }))
  } catch (error) {
    restsUntil = performance.now() + REST_MS
    logger.warn({ err: error, job: jobName }, 'job not sent, the sweep will ring again')
  }
}

/**
 * Frees a drain of the current administration from a job that never comes to its turn: one that was
 * put off, or locked by a worker that is gone, by a clock that has been set back since.
 */
export async function release(jobName: string): Promise<void> {
  const id = deduplicationIdOf(jobRegistry.get(jobName), tenancy.current().administration.id)
  if (id === null || performance.now() < restsUntil) return
  await inTime(sender?.release?.(id) ?? Promise.resolve())
}

const deduplicationIdOf = (job: JobClass, administrationId: string | null): string | null =>
  job.options.deduplicate?.(administrationId) ??
  (job.jobName.endsWith('.drain') ? `${job.jobName}/${administrationId}` : null)

async function inTime(work: Promise<void>): Promise<void> {
  const late = new AbortController()
  try {
    await Promise.race([
      work,
      sleep(PATIENCE_MS, undefined, { signal: late.signal }).then(() => {
        throw new Error('the queue does not answer')
      }),
    ])
  } finally {
    late.abort()
    work.catch(() => {})
  }
}
