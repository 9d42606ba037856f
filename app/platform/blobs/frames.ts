import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derive, kidOf, seal, unseal } from '#platform/crypto/envelope'
import type { BlobKeys } from './blob_store.js'
import { BlobDamaged } from './errors.js'

/**
 * File layout: `LFB1` | uint16 length of the wrapped data key | wrapped data key | frames.
 * A frame is uint32 length | AES-256-GCM ciphertext of at most 1 MiB | 16-byte tag. The nonce is
 * the frame number, the last frame is marked in the authenticated data, so cutting, swapping or
 * repeating frames is noticed. The wrapped key carries version and key id (DECISIONS 7): without the data
 * key of that id, which a rotation leaves alone and a shredding destroys, the file says nothing.
 */
export const FRAME = 1024 * 1024
const MAGIC = Buffer.from('LFB1')

export interface BlobCipher {
  header: Buffer
  frame(index: number, last: boolean, plain: Buffer): Buffer
}

export function newCipher(administrationId: string, kid: string, key: Buffer): BlobCipher {
  const dataKey = randomBytes(32)
  const wrapped = seal(dataKey, wrapKey(administrationId, kid, key), administrationId, kid)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(wrapped.length)
  return {
    header: Buffer.concat([MAGIC, length, wrapped]),
    frame(index, last, plain) {
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce(index))
      cipher.setAAD(Buffer.from([last ? 1 : 0]))
      const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      const size = Buffer.alloc(4)
      size.writeUInt32BE(body.length)
      return Buffer.concat([size, body])
    },
  }
}

/** Plain frames of a stored file, each authenticated before it is yielded. */
export async function* openFrames(
  keys: BlobKeys,
  administrationId: string,
  file: AsyncIterable<Uint8Array>
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(file)
  const magic = await reader.take(4)
  if (!magic?.equals(MAGIC)) throw new BlobDamaged()
  const wrapped = await reader.take((await reader.take(2))?.readUInt16BE() ?? 0)
  if (!wrapped) throw new BlobDamaged()
  const kid = guarded(() => kidOf(wrapped))
  const key = await keys.named(administrationId, kid)
  if (!key) throw new BlobDamaged()
  const dataKey = guarded(() => unseal(wrapped, wrapKey(administrationId, kid, key), administrationId))
  for (let index = 0; ; index++) {
    const size = await reader.take(4)
    if (!size) throw new BlobDamaged()
    const body = await reader.take(size.readUInt32BE())
    if (!body) throw new BlobDamaged()
    const last = await reader.atEnd()
    yield guarded(() => openFrame(dataKey, index, last, body))
    if (last) return
  }
}

/** Files of the first builds name a key that was the wrapping key itself (`adoptDerivedKeys`). */
const wrapKey = (administrationId: string, kid: string, key: Buffer): Buffer =>
  kid.includes('.') ? derive(key, administrationId, 'blob-wrap') : key

function openFrame(dataKey: Buffer, index: number, last: boolean, body: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, nonce(index))
  decipher.setAAD(Buffer.from([last ? 1 : 0]))
  decipher.setAuthTag(body.subarray(body.length - 16))
  return Buffer.concat([decipher.update(body.subarray(0, body.length - 16)), decipher.final()])
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch {
    throw new BlobDamaged()
  }
}

function nonce(index: number): Buffer {
  const iv = Buffer.alloc(12)
  iv.writeUInt32BE(index, 8)
  return iv
}

class ByteReader {
  #chunks: AsyncIterator<Uint8Array>
  #buffer = Buffer.alloc(0)
  #done = false

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** Exactly `length` bytes, or `null` when the file ends before. */
  async take(length: number): Promise<Buffer | null> {
    while (this.#buffer.length < length && !this.#done) await this.#more()
    if (this.#buffer.length < length) return null
    const taken = this.#buffer.subarray(0, length)
    this.#buffer = this.#buffer.subarray(length)
    return taken
  }

  async atEnd(): Promise<boolean> {
    while (this.#buffer.length === 0 && !this.#done) await this.#more()
    return this.#buffer.length === 0
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next()
    if (next.done) this.#done = true
    else this.#buffer = Buffer.concat([this.#buffer, next.value])
  }
}
