import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { BlobKeys, BlobKind } from './blob_store.js'

/** Keys of the administration whose work this is; of no other, whatever is asked. */
export const databaseKeys: BlobKeys = {
  async current(administrationId, kind) {
    requireCurrent(administrationId)
    return currentKey(kind)
  },
  async named(administrationId, kid) {
    requireCurrent(administrationId)
    return keyNamed(kindOf(kid), kid)
  },
}

const kindOf = (kid: string): BlobKind => (kid.startsWith('subject_file.') ? 'subject_file' : 'raw')

function requireCurrent(administrationId: string): void {
  if (tenancy.current().administration.id !== administrationId)
    throw new Error('Blobs are opened inside the administration they belong to')
}
