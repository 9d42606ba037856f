import env from '#start/env'
import type { BlobStore } from './blob_store.js'
import { FileBlobStore } from './file_blob_store.js'
import { withFaults } from './store_faults.js'

let store: BlobStore = new FileBlobStore(`${env.get('LANDFALL_STORAGE_DIR')}/blobs`)

/** Puts another store in its place, for tests; returns the one before. */
export const useBlobStore = (next: BlobStore): BlobStore => {
  const before = store
  store = next
  return before
}

export const blobs: BlobStore = withFaults(() => store)
