import type { FileHandle } from 'node:fs/promises'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3'
import type { S3Connection } from '#platform/egress/s3'
import { checksumsOf, isThere, requireSame } from './s3_checks.js'

/** What is larger goes in parts of this size; a part is held in memory, so that it can be sent again. */
export const PART = 8 * 1024 * 1024

/**
 * Sends a sealed file under its content address, never over an object that is there: with the same
 * address it has the same content. Each request carries the checksum the store must verify (`BadDigest`).
 */
export async function upload(s3: S3Connection, key: string, file: FileHandle, length: number): Promise<void> {
  try {
    if (length <= PART) await whole(s3, key, await slice(file, 0, length))
    else await inParts(s3, key, file, length)
  } catch (error) {
    if (!isThere(error)) throw error
  }
}

async function whole({ client, bucket }: S3Connection, key: string, bytes: Buffer): Promise<void> {
  const sums = checksumsOf(bytes)
  const answer = await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentLength: bytes.length,
      ContentMD5: sums.md5,
      IfNoneMatch: '*',
    })
  )
  requireSame(sums, answer)
}

async function inParts(s3: S3Connection, key: string, file: FileHandle, length: number): Promise<void> {
  const { client, bucket } = s3
  const target = { Bucket: bucket, Key: key }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target))
  try {
    const parts: CompletedPart[] = []
    for (let start = 0; start < length; start += PART) {
      const bytes = await slice(file, start, Math.min(PART, length - start))
      parts.push(await part(s3, { ...target, UploadId, PartNumber: parts.length + 1 }, bytes))
    }
    await client.send(
      new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts }, IfNoneMatch: '*' })
    )
  } catch (error) {
    // Parts of an upload that is given up cost money until they are thrown away.
    await client.send(new AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => {})
    throw error
  }
}

async function part(
  { client }: S3Connection,
  target: { Bucket: string; Key: string; UploadId: string | undefined; PartNumber: number },
  bytes: Buffer
): Promise<CompletedPart> {
  const sums = checksumsOf(bytes)
  const answer = await client.send(
    new UploadPartCommand({ ...target, Body: bytes, ContentLength: bytes.length, ContentMD5: sums.md5 })
  )
  requireSame(sums, answer)
  return { PartNumber: target.PartNumber, ETag: answer.ETag }
}

async function slice(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, start + at)
    if (bytesRead === 0) throw new Error('The spooled file is shorter than it was')
    at += bytesRead
  }
  return bytes
}
