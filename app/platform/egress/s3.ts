import { S3Client } from '@aws-sdk/client-s3'
import { Exception } from '@adonisjs/core/exceptions'
import env from '#start/env'

export interface S3Connection {
  client: S3Client
  bucket: string
}

export interface S3Settings {
  endpoint: string | undefined
  region: string | undefined
  bucket: string | undefined
  pathStyle: boolean | undefined
  keyId: string | undefined
  secret: string | undefined
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/** How often a request is sent before its caller is told; between them the client waits longer each time. */
const ATTEMPTS = 4

/** The object store as configured (`S3_*`). */
export const s3Connection = (): S3Connection =>
  connectS3({
    endpoint: env.get('S3_ENDPOINT'),
    region: env.get('S3_REGION'),
    bucket: env.get('S3_BUCKET'),
    pathStyle: env.get('S3_PATH_STYLE'),
    keyId: env.get('S3_KEY_ID'),
    secret: env.get('S3_SECRET'),
  })

/** @throws E_S3_SETTINGS when something is missing, or bytes would travel unprotected beyond this machine */
export function connectS3({ endpoint, region, bucket, pathStyle, keyId, secret }: S3Settings): S3Connection {
  if (!endpoint || !bucket || !keyId || !secret)
    throw refused('BLOB_STORE=s3 needs S3_ENDPOINT, S3_BUCKET, S3_KEY_ID and S3_SECRET')
  const { protocol, hostname } = new URL(endpoint)
  if (protocol !== 'https:' && !LOOPBACK.includes(hostname))
    throw refused('S3_ENDPOINT must be https, except on this machine')
  const client = new S3Client({
    endpoint,
    region: region ?? 'us-east-1',
    forcePathStyle: pathStyle ?? false,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    // We send and compare checksums ourselves (`s3_checks.ts`); many servers do not know the newer trailers.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, bucket }
}

const refused = (message: string) => new Exception(message, { code: 'E_S3_SETTINGS', status: 500 })
