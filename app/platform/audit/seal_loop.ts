import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@adonisjs/core/logger'
import { auditSigners } from './keys.js'
import { Sealer } from './sealer.js'

const EVERY_MS = 2_000

/** The sealer's own loop in the worker. Resolves the returned `stop` when its round is over. */
export function startSealing(logger: Logger): { stop(): Promise<void> } {
  const signers = auditSigners()
  if (signers) return sealInTurns(new Sealer(signers, logger), logger)
  logger.error('No key to sign the audit with (LANDFALL_AUDIT_KEY): nothing is sealed')
  return { stop: async () => {} }
}

/** One round after the other until it is stopped; begins again after any failure. */
export function sealInTurns(sealer: Sealer, logger: Pick<Logger, 'error'>): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const more = await sealer.round().catch((error: unknown) => {
        logger.error({ err: error }, 'audit not sealed')
        return false
      })
      if (!more) await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
