import env from '#start/env'
import type { BlobStore } from './blob_store.js'
import { FileBlobStore } from './file_blob_store.js'

export const blobs: BlobStore = new FileBlobStore(`${env.get('LANDFALL_STORAGE_DIR')}/blobs`)
