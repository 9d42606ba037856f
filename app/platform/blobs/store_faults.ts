import type { BlobStore } from './blob_store.js'
import { BlobDamaged, BlobMissing, StoreAway, StoreFull } from './errors.js'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'InsufficientStorage', 'XMinioStorageFull'])
/** Of the disk below, or of the way to a server. What a sender's broken connection says is not among them. */
const AWAY = new Set(
  'EROFS EIO EACCES EPERM ENODEV ENOTCONN ESTALE EMFILE ENFILE ENOTDIR ENXIO ENOENT ECONNREFUSED EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN ETIMEDOUT TimeoutError SlowDown ServiceUnavailable InternalError'.split(
    ' '
  )
)

/** The same store, whose own troubles say whether it is full or away; all other errors pass. */
export const withFaults = (store: () => BlobStore): BlobStore => ({
  async put(...blob) {
    try {
      return await store().put(...blob)
    } catch (error) {
      throw told(error)
    }
  },
  async remove(...blob) {
    try {
      await store().remove(...blob)
    } catch (error) {
      throw told(error)
    }
  },
  async *read(...blob) {
    try {
      yield* store().read(...blob)
    } catch (error) {
      throw told(error)
    }
  },
})

function told(error: unknown): unknown {
  if (error instanceof BlobMissing || error instanceof BlobDamaged) return error
  const { code, name } = (error ?? {}) as { code?: string; name?: string }
  for (const word of [code, name]) {
    if (word && FULL.has(word)) return new StoreFull(undefined, { cause: error })
    if (word && AWAY.has(word)) return new StoreAway(undefined, { cause: error })
  }
  return error
}
