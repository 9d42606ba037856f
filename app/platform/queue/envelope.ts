import { createHmac, timingSafeEqual } from 'node:crypto'
import { Exception } from '@adonisjs/core/exceptions'
import env from '#start/env'
import type { Actor } from '#platform/tenancy/tenant_context'

/** What travels through the queue: ids only, signed, so that an altered row is refused (T16). */
export interface JobEnvelope {
  job: string
  /** `null` for a control job, which may not touch tenant tables. */
  administrationId: string | null
  actor: Actor
  correlationId: string
  payload: Record<string, string | number | boolean>
  issuedAt: number
  mac: string
}

export class EnvelopeRefused extends Exception {
  static override status = 500
  static override code = 'E_JOB_SIGNATURE'
  static override message = 'A job was altered on its way and was not executed.'
}

export function signEnvelope(envelope: Omit<JobEnvelope, 'mac'>): JobEnvelope {
  return { ...envelope, mac: macOf(envelope) }
}

/** @throws E_JOB_SIGNATURE */
export function verifyEnvelope(envelope: JobEnvelope): JobEnvelope {
  const { mac, ...rest } = envelope
  const expected = Buffer.from(macOf(rest))
  const given = Buffer.from(String(mac))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new EnvelopeRefused()
  return envelope
}

function macOf(envelope: Omit<JobEnvelope, 'mac'>): string {
  const { job, administrationId, actor, correlationId, payload, issuedAt } = envelope
  const text = JSON.stringify([
    job,
    administrationId,
    actor.kind,
    actor.id,
    correlationId,
    Object.entries(payload).sort(),
    issuedAt,
  ])
  return createHmac('sha256', Buffer.from(env.get('LANDFALL_JOB_KEY'), 'base64'))
    .update(text)
    .digest('base64url')
}
