import { Exception } from '@adonisjs/core/exceptions'
import { directory } from '#platform/tenancy/directory'
import { tenancy } from '#platform/tenancy/tenant_context'
import { verifyEnvelope, type JobEnvelope } from './envelope.js'
import { jobRegistry } from './registry.js'

/**
 * Executes one envelope: verify, load the administration, run inside it.
 * @throws E_JOB_SIGNATURE, E_JOB_UNKNOWN, E_JOB_DENIED (unknown or suspended administration)
 */
export async function perform(envelope: JobEnvelope): Promise<void> {
  const { job: name, administrationId, actor, correlationId, payload } = verifyEnvelope(envelope)
  const job = jobRegistry.get(name)
  if (job.plane === 'control') return new job().execute(payload)
  const administration = administrationId ? await directory.byId(administrationId) : null
  if (!administration || administration.state === 'suspended') {
    throw new Exception('The job names no administration that is served', { code: 'E_JOB_DENIED', status: 403 })
  }
  await tenancy.run({ administration, actor, correlationId }, () => new job().execute(payload))
}
