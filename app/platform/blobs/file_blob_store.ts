import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open as openFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ADDRESS, type BlobKeys, type BlobKind, type BlobStore, type StoredBlob } from './blob_store.js'
import { BlobMissing, StoreAway } from './errors.js'
import { openFrames } from './frames.js'
import { sealBytes } from './seal_bytes.js'

/** Blobs as encrypted files: `<root>/<administration>/<first two digits>/<HMAC>`. */
export class FileBlobStore implements BlobStore {
  /** @param open opens the file that is written; tests hand in one whose disk is full */
  constructor(
    private readonly root: string,
    private readonly keys: BlobKeys,
    private readonly open: typeof openFile = openFile
  ) {}

  async put(administrationId: string, bytes: AsyncIterable<Uint8Array>, kind: BlobKind = 'raw'): Promise<StoredBlob> {
    const incoming = join(this.root, administrationId, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const temporary = join(incoming, randomUUID())
    try {
      const written = await this.#write(temporary, bytes, { administrationId, kind })
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
    yield* openFrames(this.keys, administrationId, createReadStream(path, { highWaterMark: 256 * 1024 }))
  }

  async remove(administrationId: string, address: string): Promise<void> {
    if (!ADDRESS.test(address)) return
    const path = this.#path(administrationId, address)
    await rm(path, { force: true })
    await syncDirectory(dirname(path)).catch(() => {})
  }

  async #write(
    path: string,
    bytes: AsyncIterable<Uint8Array>,
    of: Parameters<typeof sealBytes>[1]
  ): Promise<StoredBlob> {
    const file = await this.open(path, 'wx', 0o600)
    try {
      // appendFile goes on where the system wrote a part only, as it does on the last block of a disk.
      const written = await sealBytes(this.keys, of, bytes, (sealed) => file.appendFile(sealed))
      await file.sync()
      return written
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
