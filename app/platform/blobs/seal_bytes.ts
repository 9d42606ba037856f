import { createHash, createHmac } from 'node:crypto'
import { derive } from '#platform/crypto/envelope'
import type { BlobKeys, BlobKind, StoredBlob } from './blob_store.js'
import { FRAME, newCipher } from './frames.js'

/** Seals bytes frame by frame into `write`, and says what they are. Memory: two frames. */
export async function sealBytes(
  keys: BlobKeys,
  { administrationId, kind }: { administrationId: string; kind: BlobKind },
  bytes: AsyncIterable<Uint8Array>,
  write: (sealed: Buffer) => Promise<unknown>
): Promise<StoredBlob> {
  const { kid, key } = await keys.current(administrationId, kind)
  const sha256 = createHash('sha256')
  const address = createHmac('sha256', derive(key, administrationId, 'blob-address'))
  const cipher = newCipher(administrationId, kid, key)
  await write(cipher.header)
  let size = 0
  let index = 0
  let pending = Buffer.alloc(0)
  for await (const chunk of bytes) {
    sha256.update(chunk)
    address.update(chunk)
    size += chunk.length
    pending = pending.length ? Buffer.concat([pending, chunk]) : Buffer.from(chunk)
    while (pending.length > FRAME) {
      await write(cipher.frame(index++, false, pending.subarray(0, FRAME)))
      pending = pending.subarray(FRAME)
    }
  }
  await write(cipher.frame(index, true, pending))
  return { address: address.digest('hex'), size, sha256: sha256.digest('hex') }
}
