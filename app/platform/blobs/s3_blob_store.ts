import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3'
import type { S3Connection } from '#platform/egress/s3'
import { ADDRESS, type BlobKeys, type BlobKind, type BlobStore, type StoredBlob } from './blob_store.js'
import { BlobMissing, StoreAway } from './errors.js'
import { openFrames } from './frames.js'
import { wholeBody } from './s3_body.js'
import { awayUnless, isMissing, requireLength } from './s3_checks.js'
import { upload } from './s3_upload.js'
import { sealBytes } from './seal_bytes.js'

/**
 * Blobs as objects `<administration>/<HMAC>` of a bucket that speaks the S3 protocol. The address is
 * known when all bytes were seen, so they are first sealed into a file of this machine, then sent.
 */
export class S3BlobStore implements BlobStore {
  constructor(
    private readonly s3: S3Connection,
    private readonly spool: string,
    private readonly keys: BlobKeys
  ) {}

  async put(administrationId: string, bytes: AsyncIterable<Uint8Array>, kind: BlobKind = 'raw'): Promise<StoredBlob> {
    await mkdir(this.spool, { recursive: true, mode: 0o700 })
    const path = join(this.spool, randomUUID())
    const file = await open(path, 'wx+', 0o600)
    try {
      const { stored, length } = await this.#seal(file, { administrationId, kind }, bytes)
      const key = keyOf(administrationId, stored.address)
      await awayUnless(() => upload(this.s3, key, file, length))
      await awayUnless(() => requireLength(this.s3, key, length))
      return stored
    } finally {
      await file.close()
      await rm(path, { force: true })
    }
  }

  async *read(administrationId: string, address: string): AsyncGenerator<Buffer> {
    if (!ADDRESS.test(address)) throw new BlobMissing()
    yield* openFrames(this.keys, administrationId, await this.#get(keyOf(administrationId, address)))
  }

  async remove(administrationId: string, address: string): Promise<void> {
    if (!ADDRESS.test(address)) return
    const target = { Bucket: this.s3.bucket, Key: keyOf(administrationId, address) }
    await awayUnless(() => this.s3.client.send(new DeleteObjectCommand(target)))
  }

  async #get(key: string): Promise<AsyncIterable<Uint8Array>> {
    try {
      const got = await this.s3.client.send(new GetObjectCommand({ Bucket: this.s3.bucket, Key: key }))
      return wholeBody(got.Body as AsyncIterable<Uint8Array>, got.ContentLength)
    } catch (error) {
      if (isMissing(error)) throw new BlobMissing()
      throw new StoreAway(undefined, { cause: error })
    }
  }

  async #seal(file: FileHandle, of: Parameters<typeof sealBytes>[1], bytes: AsyncIterable<Uint8Array>) {
    let length = 0
    const stored = await sealBytes(this.keys, of, bytes, async (sealed) => {
      length += sealed.length
      await file.write(sealed)
    })
    return { stored, length }
  }
}

const keyOf = (administrationId: string, address: string) => `${administrationId}/${address}`
