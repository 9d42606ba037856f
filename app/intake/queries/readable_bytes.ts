import { blobs } from '#platform/blobs/service'
import { KeyDestroyed } from '#platform/crypto/errors'
import type { Erasure } from '#platform/retention/erasure'
import { tenancy } from '#platform/tenancy/tenant_context'

/** The bytes of a received message, or since when and by which rule they are no longer kept. */
export async function readingBytes<T>(
  message: { blob: string; erased: Erasure | null },
  work: (read: () => AsyncGenerator<Buffer>) => Promise<T>
): Promise<{ read: T; erased: null } | { read: null; erased: Erasure }> {
  if (message.erased) return { read: null, erased: message.erased }
  try {
    return { read: await work(() => blobs.read(tenancy.current().administration.id, message.blob)), erased: null }
  } catch (error) {
    if (error instanceof KeyDestroyed) return { read: null, erased: { at: error.endedAt, rule: error.rule ?? 'key' } }
    throw error
  }
}
