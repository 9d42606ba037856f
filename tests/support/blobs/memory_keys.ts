import { randomBytes } from 'node:crypto'
import type { BlobKeys } from '#platform/blobs/blob_store'
import { KeyDestroyed } from '#platform/crypto/errors'

/** Keys of a test: one an administration and kind, which can be destroyed. */
export function memoryKeys(): BlobKeys & { destroy(administrationId: string): void } {
  const keys = new Map<string, Buffer | 'destroyed'>()
  const nameOf = (administrationId: string, kid: string) => `${administrationId} ${kid}`
  return {
    async current(administrationId, kind) {
      const kid = `${kind}.2026-11.test`
      const name = nameOf(administrationId, kid)
      if (!keys.has(name)) keys.set(name, randomBytes(32))
      return { kid, key: keys.get(name) as Buffer }
    },
    async named(administrationId, kid) {
      const key = keys.get(nameOf(administrationId, kid)) ?? null
      if (key === 'destroyed') throw new KeyDestroyed(new Date('2026-11-20T00:00:00Z'), 'retention')
      return key
    },
    destroy(administrationId) {
      for (const name of keys.keys()) if (name.startsWith(administrationId)) keys.set(name, 'destroyed')
    },
  }
}
