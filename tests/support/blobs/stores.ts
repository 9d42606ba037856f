import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import S3rver from '@20minutes/s3rver'
import type { BlobStore } from '#platform/blobs/blob_store'
import { FileBlobStore } from '#platform/blobs/file_blob_store'
import { S3BlobStore } from '#platform/blobs/s3_blob_store'
import { connectS3 } from '#platform/egress/s3'
import { faultyProxy, type FaultyProxy } from './faulty_proxy.js'
import { memoryKeys } from './memory_keys.js'

/** A blob store under test, and its bytes as they lie there. */
export interface StoreUnderTest {
  store: BlobStore
  keys: ReturnType<typeof memoryKeys>
  /** What lies under an address; throws when nothing does. */
  stored(administration: string, address: string): Promise<Buffer>
  overwrite(administration: string, address: string, bytes: Buffer): Promise<void>
  carry(from: string, to: string, address: string): Promise<void>
  /** Everything that lies there, by name. */
  names(): Promise<string[]>
  close(): Promise<void>
}

export async function fileStore(): Promise<StoreUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'landfall-blobs-'))
  const keys = memoryKeys()
  const pathOf = (administration: string, address: string) => join(root, administration, address.slice(0, 2), address)
  const overwrite = async (administration: string, address: string, bytes: Buffer) => {
    await mkdir(dirname(pathOf(administration, address)), { recursive: true })
    await writeFile(pathOf(administration, address), bytes)
  }
  return {
    store: new FileBlobStore(root, keys),
    keys,
    stored: (administration, address) => readFile(pathOf(administration, address)),
    overwrite,
    async carry(from, to, address) {
      await mkdir(dirname(pathOf(to, address)), { recursive: true })
      await cp(pathOf(from, address), pathOf(to, address))
    },
    names: async () =>
      (await readdir(root, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    close: () => rm(root, { recursive: true }),
  }
}

export interface S3UnderTest extends StoreUnderTest {
  /** Everything the store sends and receives goes through it. */
  proxy: FaultyProxy
}

/** A server of the S3 protocol on a free port, behind a proxy that can break things. */
export async function s3Store(): Promise<S3UnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'landfall-s3-'))
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(root, 'objects'),
    resetOnClose: false,
    // The listing of a bucket is signed otherwise by newer clients than this server computes it.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: 'landfall', configs: [] }],
  })
  const { port } = await server.run()
  const proxy = await faultyProxy(port)
  const connect = (to: number) =>
    connectS3({
      endpoint: `http://127.0.0.1:${to}`,
      region: 'us-east-1',
      bucket: 'landfall',
      pathStyle: true,
      keyId: 'S3RVER',
      secret: 'S3RVER',
    })
  const straight = connect(port)
  const through = connect(proxy.port)
  const keys = memoryKeys()
  const of = (administration: string, address: string) => ({ Bucket: 'landfall', Key: `${administration}/${address}` })
  const stored = async (administration: string, address: string) => {
    const got = await straight.client.send(new GetObjectCommand(of(administration, address)))
    return Buffer.from(await got.Body!.transformToByteArray())
  }
  const overwrite = async (administration: string, address: string, Body: Buffer) => {
    await straight.client.send(new PutObjectCommand({ ...of(administration, address), Body }))
  }
  return {
    store: new S3BlobStore(through, join(root, 'spool'), keys),
    keys,
    proxy,
    stored,
    overwrite,
    carry: async (from, to, address) => overwrite(to, address, await stored(from, address)),
    async names() {
      const listed = await straight.client.send(new ListObjectsV2Command({ Bucket: 'landfall' }))
      const spooled = await readdir(join(root, 'spool')).catch(() => [])
      return [...(listed.Contents ?? []).map(({ Key }) => Key!.split('/').at(-1)!), ...spooled]
    },
    async close() {
      straight.client.destroy()
      through.client.destroy()
      await proxy.close()
      await server.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
