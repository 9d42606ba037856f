import env from '#start/env'
import { s3Connection } from '#platform/egress/s3'
import type { BlobStore } from './blob_store.js'
import { databaseKeys } from './database_keys.js'
import { FileBlobStore } from './file_blob_store.js'
import { S3BlobStore } from './s3_blob_store.js'
import { withFaults } from './store_faults.js'

const root = env.get('LANDFALL_STORAGE_DIR')

let store: BlobStore =
  env.get('BLOB_STORE') === 's3'
    ? new S3BlobStore(s3Connection(), `${root}/spool`, databaseKeys)
    : new FileBlobStore(`${root}/blobs`, databaseKeys)

/** Puts another store in its place, for tests; returns the one before. */
export const useBlobStore = (next: BlobStore): BlobStore => {
  const before = store
  store = next
  return before
}

export const blobs: BlobStore = withFaults(() => store)
