import { createHmac, randomBytes } from 'node:crypto'
import type { InstructionKind } from './codes.js'

/** As Standard Webhooks writes secrets: a prefix and base64 of the key. */
const PREFIX = 'whsec_'

export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/** Ids and kinds only: what it is about is fetched with the system's token (SECURITY T72). */
export const bodyOf = (
  type: `instruction.${InstructionKind}` | 'test',
  at: Date,
  instructionId: string | null
): string =>
  JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: instructionId === null ? {} : { instruction: instructionId },
  })

/**
 * Headers of one attempt, as Standard Webhooks has them (https://www.standardwebhooks.com): HMAC-SHA-256 over
 * `id.timestamp.body`, one signature for each secret that holds, so that a rotation needs no one moment.
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000)
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
    'user-agent': 'Landfall-Webhook/1',
  }
}
