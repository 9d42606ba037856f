import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open as openFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { derivedKey } from '#platform/crypto/envelope'
import type { BlobStore, StoredBlob } from './blob_store.js'
import { BlobMissing, StoreAway } from './errors.js'
import { FRAME, newCipher, openFrames } from './frames.js'

/** An HMAC-SHA256; anything else might be a way out of the administration's directory. */
const ADDRESS = /^[0-9a-f]{64}$/

/** Blobs as encrypted files: `<root>/<administration>/<first two digits>/<HMAC>`. */
export class FileBlobStore implements BlobStore {
  /** @param open opens the file that is written; tests hand in one whose disk is full */
  constructor(
    private readonly root: string,
    private readonly open: typeof openFile = openFile
  ) {}

  async put(administrationId: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const incoming = join(this.root, administrationId, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const temporary = join(incoming, randomUUID())
    try {
      const written = await this.#write(temporary, administrationId, bytes)
      const target = this.#path(administrationId, written.address)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      if (await exists(target)) await rm(temporary)
      else await rename(temporary, target)
      await syncDirectory(dirname(target))
      return written
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  async *read(administrationId: string, address: string): AsyncGenerator<Buffer> {
    const path = this.#path(administrationId, address)
    if (!ADDRESS.test(address)) throw new BlobMissing()
    if (!(await exists(path))) {
      // One file may be lost; when everything of the administration is, the disk is not mounted.
      throw (await exists(join(this.root, administrationId))) ? new BlobMissing() : new StoreAway()
    }
    yield* openFrames(administrationId, createReadStream(path, { highWaterMark: 256 * 1024 }))
  }

  async #write(path: string, administrationId: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const sha256 = createHash('sha256')
    const address = createHmac('sha256', derivedKey(administrationId, 'blob-address'))
    const cipher = newCipher(administrationId)
    const file = await this.open(path, 'wx', 0o600)
    try {
      await file.appendFile(cipher.header)
      let size = 0
      let index = 0
      let pending = Buffer.alloc(0)
      for await (const chunk of bytes) {
        sha256.update(chunk)
        address.update(chunk)
        size += chunk.length
        pending = pending.length ? Buffer.concat([pending, chunk]) : Buffer.from(chunk)
        while (pending.length > FRAME) {
          await file.appendFile(cipher.frame(index++, false, pending.subarray(0, FRAME)))
          pending = pending.subarray(FRAME)
        }
      }
      // appendFile goes on where the system wrote a part only, as it does on the last block of a disk.
      await file.appendFile(cipher.frame(index, true, pending))
      await file.sync()
      return { address: address.digest('hex'), size, sha256: sha256.digest('hex') }
    } finally {
      await file.close()
    }
  }

  #path(administrationId: string, address: string): string {
    return join(this.root, administrationId, address.slice(0, 2), address)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

async function syncDirectory(path: string): Promise<void> {
  const directory: FileHandle = await openFile(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
