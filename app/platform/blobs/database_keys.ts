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

const OTHER_KINDS = ['subject_file', 'attachment', 'court_file'] as const
/** A key says its class first; those of the first builds say nothing and are of raw messages. */
const kindOf = (kid: string): BlobKind => OTHER_KINDS.find((kind) => kid.startsWith(`${kind}.`)) ?? 'raw'

function requireCurrent(administrationId: string): void {
  if (tenancy.current().administration.id !== administrationId)
    throw new Error('Blobs are opened inside the administration they belong to')
}
