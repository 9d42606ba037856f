import { randomUUID } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import { tenancy } from '#platform/tenancy/tenant_context'
import { signEnvelope, type JobEnvelope } from './envelope.js'
import { jobRegistry } from './registry.js'

/** How the queue is reached; the provider sets BullMQ, tests set a fake. */
export interface JobSender {
  send(envelope: JobEnvelope, options: { deduplicationId: string | null; attempts: number }): Promise<void>
}

let sender: JobSender | undefined
export const useJobSender = (next: JobSender | undefined): JobSender | undefined => {
  const before = sender
  sender = next
  return before
}

/**
 * Sends a job, stamped with the current administration. A lost send is not an error of the
 * caller: rows are the truth and the sweep rings again.
 */
export async function dispatch(jobName: string, payload: JobEnvelope['payload'] = {}): Promise<void> {
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
    await sender?.send(envelope, {
      deduplicationId:
        job.options.deduplicate?.(administrationId) ??
        (jobName.endsWith('.drain') ? `${jobName}/${administrationId}` : null),
      attempts: job.options.attempts ?? 3,
    })
  } catch (error) {
    logger.warn({ err: error, job: jobName }, 'job not sent, the sweep will ring again')
  }
}
