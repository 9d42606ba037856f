import env from '#start/env'
import type { BlobStore } from './blob_store.js'
import { databaseKeys } from './database_keys.js'
import { FileBlobStore } from './file_blob_store.js'
import { withFaults } from './store_faults.js'

const root = env.get('LANDFALL_STORAGE_DIR')

/** The client of object stores takes 30 MB of memory: it is loaded where bytes are kept in one. */
async function s3Store(): Promise<BlobStore> {
  const { s3Connection } = await import('#platform/egress/s3')
  const { S3BlobStore } = await import('./s3_blob_store.js')
  return new S3BlobStore(s3Connection(), `${root}/spool`, databaseKeys)
}

let store: BlobStore =
  env.get('BLOB_STORE') === 's3' ? await s3Store() : new FileBlobStore(`${root}/blobs`, databaseKeys)

/** Puts another store in its place, for tests; returns the one before. */
export const useBlobStore = (next: BlobStore): BlobStore => {
  const before = store
  store = next
  return before
}

export const blobs: BlobStore = withFaults(() => store)
