import { createHash } from 'node:crypto'
import { HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import type { S3Connection } from '#platform/egress/s3'
import { StoreAway, StoreFull } from './errors.js'

export interface Checksums {
  /** Base64, as `Content-MD5` has it. */
  md5: string
  sha256: string
}

export const checksumsOf = (bytes: Buffer): Checksums => ({
  md5: createHash('md5').update(bytes).digest('base64'),
  sha256: createHash('sha256').update(bytes).digest('base64'),
})

const statusOf = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined)
export const isMissing = (error: unknown) => statusOf(error) === 404
/** The store has an object of this name already. */
export const isThere = (error: unknown) => statusOf(error) === 412

/** Whatever the store answers or fails to answer, the caller learns one thing: not now, or that it is full. */
export async function awayUnless<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (statusOf(error) === 507) throw new StoreFull(undefined, { cause: error })
    throw error instanceof StoreAway ? error : new StoreAway(undefined, { cause: error })
  }
}

/** Compares what the store says it wrote with what was sent: its SHA-256 where it gives one, else the MD5 in its entity tag. */
export function requireSame(
  sent: Checksums,
  answer: { ChecksumSHA256?: string | undefined; ETag?: string | undefined }
) {
  const tag = answer.ETag?.replaceAll('"', '')
  if (answer.ChecksumSHA256 === sent.sha256) return
  if (answer.ChecksumSHA256 === undefined && tag === Buffer.from(sent.md5, 'base64').toString('hex')) return
  throw new StoreAway('The blob store wrote other bytes than it was sent.')
}

/** Asks for the object by name: it is there, and whole. */
export async function requireLength({ client, bucket }: S3Connection, key: string, length: number): Promise<void> {
  const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
  if (head.ContentLength !== length) throw new StoreAway('The blob store keeps another length than it was sent.')
}
